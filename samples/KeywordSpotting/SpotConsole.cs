using System.Text;

namespace GhostGen.Samples.KeywordSpotting;

/// <summary>What the program reads from and writes to.</summary>
/// <param name="Input">Samples as they come.</param>
/// <param name="Output">For results.</param>
/// <param name="Error">For errors, progress and summaries.</param>
internal sealed record SpotConsole(Stream Input, TextWriter Output, TextWriter Error)
{
    /// <summary>Whether somebody is typing <see cref="Input"/>.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether results get colours.</summary>
    public bool OutputHasColors { get; init; }

    /// <summary>Whether somebody is looking at <see cref="Error"/>, who wants to see progress.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The streams of this process.</summary>
    public static SpotConsole OfProcess()
    {
        // Bars are no ASCII; files get no mark at their start.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        // https://no-color.org: any text that is not empty.
        bool mayHaveColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(Console.OpenStandardInput(), Console.Out, Console.Error)
        {
            InputIsTerminal = !Console.IsInputRedirected,
            OutputHasColors = mayHaveColors && !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }
}
