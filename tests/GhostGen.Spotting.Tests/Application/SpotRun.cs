using GhostGen.Samples.KeywordSpotting;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>A run of the program within this process.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it has written to standard output.</param>
/// <param name="Error">What it has written to standard error.</param>
internal sealed record SpotRun(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the output that hold anything.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the program.</summary>
    public static SpotRun Of(params string[] arguments) => Of(Stream.Null, arguments);

    /// <summary>Runs the program with a standard input.</summary>
    public static SpotRun Of(Stream input, params string[] arguments) => Of(input, CancellationToken.None, arguments);

    /// <summary>Runs the program with a standard input, until it is interrupted.</summary>
    public static SpotRun Of(Stream input, CancellationToken interrupted, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = SpotApplication.Run(arguments, new(input, output, error), interrupted);
        return new(code, output.ToString(), error.ToString());
    }
}
