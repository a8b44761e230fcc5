using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary>What the tool wrote and how it ended.</summary>
/// <param name="ExitCode">One of the tool's exit codes.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed partial record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the tool in this process, its output as a file would get it.</summary>
    public static ToolRun Of(params string[] arguments) => Run(null, arguments);

    /// <summary>Runs the tool in this process, its output as a terminal of a width shows it: what sets colours and fonts is taken out.</summary>
    public static ToolRun InTerminal(int width, params string[] arguments)
    {
        ToolRun run = Run(width, arguments);
        return run with { Output = Style().Replace(run.Output, "") };
    }

    private static ToolRun Run(int? width, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = Tool.Run(arguments, new(output, error, width));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>The result, of a command that has to have done what it was asked for.</summary>
    public ToolRun Good()
    {
        Assert.Equal("", Error);
        Assert.Equal(ExitCodes.Good, ExitCode);
        return this;
    }

    /// <summary>The only line of standard error, of a command that has to have refused its input.</summary>
    public string Refusal()
    {
        Assert.Equal(ExitCodes.BadInput, ExitCode);
        Assert.Equal("", Output);
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        string line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("ghostgen: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        return line;
    }

    /// <summary>The output as JSON.</summary>
    public JsonElement Json() => JsonDocument.Parse(Good().Output).RootElement;

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Style();
}
