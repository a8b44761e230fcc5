using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary>What docs/tool.md shows is what the tool prints.</summary>
public sealed class ToolDocumentTests
{
    private const string Prompt = "$ ghostgen ";

    private static readonly string Repository = Find();
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository, "docs", "tool.md")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("inspect kws.ghost.json")]
    [InlineData("verify kws.ghost.json")]
    public void A_screen_is_what_a_terminal_of_80_columns_shows(string command)
    {
        Assert.SkipUnless(Vector512.IsHardwareAccelerated, "The document shows bytes and bits of 512-bit vectors.");
        string start = Prompt + command + "\n";
        int begin = Document.IndexOf(start, StringComparison.Ordinal) + start.Length;
        Assert.NotEqual(start.Length - 1, begin);
        string shown = Document[begin..Document.IndexOf("```", begin, StringComparison.Ordinal)];
        string file = Path.Combine(Repository, "samples", "Quickstart", "kws.ghost.json");
        string[] arguments = [.. command.Split(' ').Select(argument => argument == "kws.ghost.json" ? file : argument)];

        // The path is longer than the name, so the first lines may be broken elsewhere: all that stands in them is compared, and then lines.
        string printed = string.Join('\n', ToolRun.InTerminal(80, arguments).Good().Output.Split('\n').Select(static line => line.TrimEnd()));
        Assert.Equal(Words(shown), Words(printed.Replace(file, "kws.ghost.json", StringComparison.Ordinal)));
        Assert.Equal(AfterTheFirstTitle(shown), AfterTheFirstTitle(printed));
    }

    [Fact]
    public void Every_command_and_exit_code_is_there()
    {
        string help = ToolRun.Of("--help").Good().Output;
        string[] commands = [.. help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).Select(static line => line.Trim().Split(' ')[0]).Where(static name => name.Length > 0)];
        Assert.Equal(6, commands.Length);
        Assert.All(commands, static command => Assert.Contains($"| [`ghostgen {command} ", Document, StringComparison.Ordinal));
        Assert.All((int[])[ExitCodes.Good, ExitCodes.Differs, ExitCodes.BadInput, ExitCodes.Failure, ExitCodes.Cancelled], static code => Assert.Contains(FormattableString.Invariant($"\n| {code} | "), Document, StringComparison.Ordinal));
        Assert.Contains(ErrorLine.TraceVariable, Document, StringComparison.Ordinal);
    }

    private static string AfterTheFirstTitle(string text) => text[text.IndexOf("\n\n", StringComparison.Ordinal)..].Trim();

    private static string[] Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string Find([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
