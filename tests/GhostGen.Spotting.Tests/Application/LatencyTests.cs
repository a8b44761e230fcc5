using GhostGen.Samples.KeywordSpotting.Measuring;
using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>The command <c>latency</c>.</summary>
public sealed class LatencyTests
{
    [Fact]
    public void Features_network_and_both_have_their_lines()
    {
        SpotRun run = SpotRun.Of("latency", "--inferences", "20");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("; 20 measured", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal(
            [FormattableString.Invariant($"features, {FrontEnd.FramesPerInference} frames"), FormattableString.Invariant($"network, {FrontEnd.ClipFrames} steps"), "both"],
            run.Lines[2..].Select(static line => line[..24].TrimEnd()));
        Assert.All(run.Lines[2..], static line => Assert.Matches(@"( +[0-9.,]+ µs){3} +[0-9.]+ %$", line));
    }

    [Fact]
    public void The_middle_of_times_and_the_one_that_a_hundredth_exceeds_are_found()
    {
        Assert.Equal(new Latency(1, 101, 198), Latency.Of(Enumerable.Range(1, 200).Reverse().Select(static time => (double)time)));
        Assert.Equal(new Latency(7, 7, 7), Latency.Of([7]));
    }
}
