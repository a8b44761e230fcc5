using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>What outputs mean.</summary>
public sealed class SpotterLabelsTests
{
    [Fact]
    public void The_shipped_network_has_the_labels_of_Speech_Commands_in_the_order_of_Hello_Edge()
    {
        SpotterLabels labels = SpotterLabels.Compiled;
        Assert.Equal(["silence", "unknown", "yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go"], labels.Names);
        Assert.Equal((0, 1), (labels.Silence, labels.Unknown));
        Assert.Equal([false, false, .. Enumerable.Repeat(true, 10)], Enumerable.Range(0, 12).Select(labels.IsKeyword));
    }

    [Fact]
    public void Silence_and_unknown_may_stand_in_underscores_and_anywhere_or_be_missing()
    {
        var labels = new SpotterLabels(["yes", "_unknown_", "_silence_"]);
        Assert.Equal((2, 1), (labels.Silence, labels.Unknown));
        Assert.Equal(["yes", "unknown", "silence"], labels.Names);
        Assert.Equal((2, 2, 0, -1), (labels.IndexOf("silence"), labels.IndexOf("_silence_"), labels.IndexOf("yes"), labels.IndexOf("no")));
        labels = new(["yes", "no"]);
        Assert.Equal((-1, -1), (labels.Silence, labels.Unknown));
        Assert.True(labels.IsKeyword(0) && labels.IsKeyword(1));
    }

    [Fact]
    public void No_labels_are_refused() =>
        Assert.Contains("needs a model with labels", Assert.Throws<ArgumentException>(static () => new SpotterLabels([])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_best_is_the_first_of_the_largest()
    {
        Assert.Equal(1, SpotterLabels.Best([0.1f, 0.4f, 0.4f, 0.1f]));
        Assert.Equal(0, SpotterLabels.Best([1]));
    }
}
