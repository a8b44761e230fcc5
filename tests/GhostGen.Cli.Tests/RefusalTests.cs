using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary>Bad input gets one clear line and a code of its own, never a stack trace.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly string[] ModelCommands = ["inspect", "verify", "bench", "emit"];

    private readonly ModelFolder folder = new();

    public static TheoryData<string> Commands => [.. ModelCommands];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_missing_file(string command) =>
        Assert.Equal($"ghostgen: {folder.PathOf("none.ghost.json")}: there is no such file.", ToolRun.Of(command, folder.PathOf("none.ghost.json")).Refusal());

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_broken_file(string command)
    {
        string path = folder.Text("broken.ghost.json", "{ \"format\": \"ghostgen/1\", \"input\": 0 }");
        Assert.StartsWith($"ghostgen: {path}(1,1): the model has no member 'name'", ToolRun.Of(command, path).Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_file_of_no_known_format(string command)
    {
        string path = folder.Text("model.txt", "hello");
        Assert.Contains("no format has this name", ToolRun.Of(command, path).Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_missing_argument(string command) =>
        Assert.Contains($"'ghostgen {command} --help' says more.", ToolRun.Of(command).Refusal(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_unknown_option(string command) =>
        Assert.Contains("'--nonsense'", ToolRun.Of(command, folder.Usual(), "--nonsense").Refusal(), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_command() =>
        Assert.StartsWith("ghostgen: there is no command 'inspekt'; the commands are inspect, convert, ", ToolRun.Of("inspekt", "x").Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("head")]
    [InlineData("head=selu")]
    [InlineData("head=")]
    [InlineData("head=3")]
    [InlineData("head=relu,sigmoid")]
    [InlineData("head=+3")]
    public void An_activation_that_is_none(string text) =>
        Assert.Contains($"--activation {text}: LAYER=FUNCTION is expected", ToolRun.Of("inspect", folder.Usual(), "--activation", text).Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("--precision", "float64", "Float32, BFloat16, Int8, Int8Wide, Integer")]
    [InlineData("--precision", "1", "Float32, BFloat16, Int8, Int8Wide, Integer")]
    [InlineData("--accuracy", "best", "Accurate, Fast")]
    public void A_choice_that_does_not_exist(string option, string choice, string choices) =>
        Assert.Contains($"{option} {choice}: there is no such choice; the choices are {choices}.", ToolRun.Of("emit", folder.Usual(), option, choice).Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("--labels")]
    [InlineData("--layers")]
    public void A_missing_file_of_an_option(string option) =>
        Assert.Contains("labels.txt: there is no such file.", ToolRun.Of("inspect", folder.Usual(), option, folder.PathOf("labels.txt")).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Nothing_at_all_is_answered_with_the_help()
    {
        ToolRun run = ToolRun.Of();
        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Contains("ghostgen [command] [options]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_and_version_are_good()
    {
        Assert.Contains("inspect <FILE>", ToolRun.Of("--help").Good().Output, StringComparison.Ordinal);
        Assert.Contains("--precision", ToolRun.Of("emit", "--help").Good().Output, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+", ToolRun.Of("--version").Good().Output);
    }
}
