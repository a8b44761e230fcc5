using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>Lines of text, broken between words where they are too long for the screen.</summary>
internal static class ScreenText
{
    /// <summary>What is good.</summary>
    public static readonly Style Good = new(Color.Green);

    /// <summary>What is not.</summary>
    public static readonly Style Bad = new(Color.Red);

    /// <summary>What stands out.</summary>
    public static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Writes a line that begins in a style and goes on plainly.</summary>
    public static void Line(this IAnsiConsole screen, string beginning, Style style, string rest = "")
    {
        screen.Write(new Paragraph(beginning, style).Append(rest));
        screen.WriteLine();
    }
}
