using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>Command lines, good and bad.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Help_lists_the_commands(string argument)
    {
        SpotRun run = SpotRun.Of(argument);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("Spots the words yes, no, up, down, left, right, on, off, stop and go in sound.", run.Lines[0]);
        Assert.All(run.Lines, static line => Assert.True(line.Length <= 80, line));
        Assert.Equal(["detect", "listen", "evaluate", "latency"], run.Lines.Where(static line => line.StartsWith("  spot ", StringComparison.Ordinal)).Select(static line => line.Split(' ')[3]));
    }

    [Fact]
    public void Without_a_command_there_is_help_and_the_code_of_a_bad_command_line()
    {
        SpotRun run = SpotRun.Of();
        Assert.Equal((2, SpotRun.Of("--help").Output), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("detect", "spot detect [OPTIONS] FILE.wav...", "--threshold NUMBER")]
    [InlineData("listen", "spot listen [OPTIONS]", "--refractory SECONDS")]
    [InlineData("evaluate", "spot evaluate [OPTIONS] FOLDER", "--image FILE.svg")]
    [InlineData("latency", "spot latency [OPTIONS]", "--inferences NUMBER")]
    public void Help_of_a_command_shows_its_options(string command, string usage, string option)
    {
        SpotRun run = SpotRun.Of(command, "x", "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("  " + usage + "\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  " + option + "  ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no command 'hear'; the commands are detect, listen, evaluate, latency.", "hear")]
    [InlineData("'detect' takes one or more WAV files; none is given. ('spot detect --help' says more.)", "detect")]
    [InlineData("'listen' reads standard input and takes no file ('spot detect' does); there are 1: a.wav. ('spot listen --help' says more.)", "listen", "a.wav")]
    [InlineData("'evaluate' takes one folder; there are 2: a, b.", "evaluate", "a", "b")]
    [InlineData("'latency' takes no file; there are 1: --inferences.", "latency", "--", "--inferences")]
    [InlineData("'detect' has no option '--treshold'; its options are --threshold, --refractory, --smoothing.", "detect", "a.wav", "--treshold", "0.5")]
    [InlineData("--threshold needs a value: --threshold NUMBER.", "detect", "a.wav", "--threshold")]
    [InlineData("--threshold is given twice.", "detect", "--threshold", "0.5", "--threshold=0.6", "a.wav")]
    [InlineData("--no-image takes no value.", "evaluate", "a", "--no-image=yes")]
    [InlineData("--threshold 1.1: a number from 0 to 1 is expected.", "detect", "a.wav", "--threshold", "1.1")]
    [InlineData("--threshold 0,5: a number from 0 to 1 is expected.", "detect", "a.wav", "--threshold", "0,5")]
    [InlineData("--threshold NaN: a number from 0 to 1 is expected.", "detect", "a.wav", "--threshold", "NaN")]
    [InlineData("--refractory -1: a number from 0 to 60 is expected.", "listen", "--refractory", "-1")]
    [InlineData("--smoothing : a number from 0 to 60 is expected.", "listen", "--smoothing=")]
    [InlineData("--inferences 1.5: a whole number from 1 to 1000000 is expected.", "latency", "--inferences", "1.5")]
    [InlineData("--inferences 0: a whole number from 1 to 1000000 is expected.", "latency", "--inferences", "0")]
    public void A_bad_command_line_is_refused_in_one_line(string expected, params string[] arguments)
    {
        SpotRun run = SpotRun.Of(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("spot: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(static character => character == '\n'));
    }

    [Fact]
    public void After_two_dashes_a_file_may_be_called_like_an_option()
    {
        SpotRun run = SpotRun.Of("detect", "--", "--threshold");
        Assert.Equal((1, "spot: --threshold: there is no such file.\n"), (run.ExitCode, run.Error));
    }
}
