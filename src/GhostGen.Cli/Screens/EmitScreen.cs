using GhostGen.Cli.Emitting;
using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>Generated files, on the terminal.</summary>
internal static class EmitScreen
{
    /// <summary>Writes lines as they are: what is redirected can be compiled. A terminal shows comments in another colour.</summary>
    public static void Write(ToolConsole console, string text)
    {
        if (!console.OutputIsTerminal)
        {
            console.Output.Write(text);
            return;
        }

        var comment = new Style(Color.Green);
        foreach (string line in text.TrimEnd().Split('\n'))
        {
            console.Screen.Write(new Text(line.TrimEnd(), line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? comment : Style.Plain));
            console.Screen.WriteLine();
        }
    }

    /// <summary>Writes the plan.</summary>
    public static void WritePlan(ToolConsole console, EmitResult result)
    {
        foreach (string line in result.Plan)
        {
            console.Output.WriteLine(line);
        }
    }
}
