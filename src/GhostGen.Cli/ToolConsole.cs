using System.Text;
using Spectre.Console;

namespace GhostGen.Cli;

/// <summary>Where the tool writes to.</summary>
internal sealed class ToolConsole
{
    /// <summary>Wide enough for any table: what is written to a file or a pipe is not cut to a terminal's width.</summary>
    private const int WidthOfFiles = 400;

    /// <summary>Describes where to write to.</summary>
    /// <param name="output">For results.</param>
    /// <param name="error">For errors and progress.</param>
    /// <param name="outputWidth">The width of the terminal that <paramref name="output"/> is; <see langword="null"/> for a file or a pipe.</param>
    /// <param name="errorIsTerminal">Whether somebody is looking at <paramref name="error"/>, who wants to see progress.</param>
    public ToolConsole(TextWriter output, TextWriter error, int? outputWidth = null, bool errorIsTerminal = false)
    {
        Output = output;
        Error = error;
        OutputIsTerminal = outputWidth is not null;
        ErrorIsTerminal = errorIsTerminal;
        Screen = Create(output, OutputIsTerminal);
        Screen.Profile.Width = outputWidth ?? WidthOfFiles;
        Progress = Create(error, errorIsTerminal);
    }

    /// <summary>For results as text.</summary>
    public TextWriter Output { get; }

    /// <summary>For errors as text.</summary>
    public TextWriter Error { get; }

    /// <summary>For results as tables; plain where it is no terminal.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>For progress.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>Whether somebody is looking at <see cref="Output"/>.</summary>
    public bool OutputIsTerminal { get; }

    /// <summary>Whether somebody is looking at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>The streams of this process.</summary>
    public static ToolConsole OfProcess()
    {
        // Sparklines and the borders of tables are no ASCII; files get no mark at their start.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, Console.IsOutputRedirected ? null : TerminalWidth(), !Console.IsErrorRedirected);
    }

    private static int TerminalWidth()
    {
        const int usual = 80;
        try
        {
            // A terminal that does not know its width says 0.
            return Console.WindowWidth is > 0 and int width ? width : usual;
        }
        catch (IOException)
        {
            return usual;
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        // https://no-color.org: any text that is not empty.
        bool hasColors = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Enrichment = new() { UseDefaultEnrichers = false },
        });
    }
}
