using System.Diagnostics;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary>The tool as a process of its own: its streams, its exit code, and an interrupt.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Output_that_is_no_terminal_is_plain_and_whole()
    {
        string path = folder.Usual();
        (int code, string output, string error) = Run("inspect", path);
        Assert.Equal((ExitCodes.Good, ""), (code, error));
        Assert.Equal(ToolRun.Of("inspect", path).Output, output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_refusal_is_one_line_on_standard_error()
    {
        (int code, string output, string error) = Run("verify", folder.PathOf("none.onnx"));
        Assert.Equal((ExitCodes.BadInput, "", $"ghostgen: {folder.PathOf("none.onnx")}: there is no such file."), (code, output, error.TrimEnd()));
    }

    [Fact]
    public void A_culture_with_other_signs_changes_nothing()
    {
        string path = folder.Usual();
        Assert.Equal(Run("inspect", path).Output, Run("inspect", path, culture: "sv_SE.UTF-8").Output);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interrupt_ends_it_with_a_line_and_130(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there is it known how far another process has come.");
        using Process process = Start(["bench", folder.Usual(), "--rounds", "100000", "--no-plot"], "");
        try
        {
            // Nothing is written until it has measured, so what it has loaded says that it is at work.
            string maps = FormattableString.Invariant($"/proc/{process.Id}/maps");
            Assert.True(
                SpinWait.SpinUntil(() => File.ReadAllText(maps).Contains("GhostGen.Measuring.dll", StringComparison.Ordinal), TimeSpan.FromMinutes(2)),
                "It has not begun.");
            Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{process.Id}")]).WaitForExit();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "It was still running two minutes after the signal.");
            Assert.Equal((ExitCodes.Cancelled, "ghostgen: ended before it was done."), (process.ExitCode, process.StandardError.ReadToEnd().TrimEnd()));
        }
        finally
        {
            process.Kill();
        }
    }

    private static (int Code, string Output, string Error) Run(string command, string file, string culture = "")
    {
        using Process process = Start([command, file], culture);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), "It does not end.");
        return (process.ExitCode, output, error.Result);
    }

    private static Process Start(string[] arguments, string culture)
    {
        string dotnet = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        string[] command = [dotnet, "exec", typeof(Tool).Assembly.Location, .. arguments];

        // Where these tests are a job in the background, interrupts are ignored, and so they would be in what they start.
        string[] begun = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        var start = new ProcessStartInfo(begun[0], begun[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (culture.Length > 0)
        {
            start.Environment["LC_ALL"] = culture;
        }

        return Process.Start(start)!;
    }
}
