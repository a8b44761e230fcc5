using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>Which smoothed posteriors become detections.</summary>
public sealed class DetectionFilterTests
{
    private static readonly SpotterLabels Labels = new(["_silence_", "unknown", "yes", "no"]);

    [Fact]
    public void A_word_is_detected_once_at_its_surest_when_it_no_longer_rises()
    {
        List<(int Inference, Detection Detection)> found = Yes(0, [0, 0.5f, 0.75f, 0.9f, 0.95f, 0.9f, 0.8f, 0.3f, 0]);
        (int inference, Detection detection) = Assert.Single(found);
        Assert.Equal(new Detection(2, "yes", TimeSpan.FromSeconds(4), 0.95f), detection);
        Assert.Equal(4 + DetectionFilter.InferencesWithoutRise, inference);
    }

    [Fact]
    public void What_falls_below_the_threshold_is_detected_at_once() =>
        Assert.Equal(2, Assert.Single(Yes(0, [0, 0.9f, 0.6f, 0])).Inference);

    [Fact]
    public void The_threshold_itself_is_not_enough() => Assert.Empty(Yes(0, [0.7f, 0.7f, 0.7f, 0.7f, 0]));

    [Fact]
    public void Silence_and_unknown_words_are_never_detected()
    {
        DetectionFilter filter = Filter(0);
        for (int inference = 0; inference < 100; inference++)
        {
            Assert.Null(filter.Add(inference % 2 == 0 ? [1, 0, 0, 0] : [0, 1, 0, 0], TimeSpan.Zero));
        }

        Assert.Null(filter.Finish());
    }

    [Fact]
    public void A_word_beside_louder_silence_is_detected_where_it_exceeds_the_threshold()
    {
        DetectionFilter filter = Filter(0.3f);
        Assert.Null(filter.Add([0.6f, 0, 0, 0.4f], TimeSpan.FromSeconds(7)));
        Assert.Equal("no", filter.Finish()?.Word);
    }

    [Fact]
    public void In_the_refractory_period_there_is_no_other()
    {
        // Surest in inference 0; a period of 8 inferences.
        float[] again = [0.9f, 0, 0, 0, 0, 0, 0.8f, 0.9f, 0, 0, 0, 0.8f, 0, 0];
        Assert.Equal([0, 11], Yes(8, again).Select(static found => found.Detection.Time.TotalSeconds));
        Assert.Equal([0, 7, 11], Yes(4, again).Select(static found => found.Detection.Time.TotalSeconds));
    }

    [Fact]
    public void The_first_inference_after_the_refractory_period_counts()
    {
        float[] again = [0.9f, 0, 0, 0, 0.8f, 0, 0];
        Assert.Equal(2, Yes(4, again).Count);
        Assert.Single(Yes(5, again));
    }

    [Fact]
    public void Of_two_words_the_surer_one_is_detected()
    {
        DetectionFilter filter = Filter(0.3f);
        float[][] inferences = [[0, 0, 0.4f, 0], [0, 0, 0.4f, 0.5f], [0, 0, 0.4f, 0.55f], [1, 0, 0, 0]];
        List<Detection?> found = [.. inferences.Select((inference, index) => filter.Add(inference, TimeSpan.FromSeconds(index)))];
        Assert.Equal([null, null, null, new Detection(3, "no", TimeSpan.FromSeconds(2), 0.55f)], found);
    }

    [Fact]
    public void The_end_of_a_stream_makes_what_is_held_a_detection()
    {
        DetectionFilter filter = Filter(0.7f);
        filter.Add([0, 0, 0.9f, 0], TimeSpan.FromSeconds(3));
        Assert.Equal(new Detection(2, "yes", TimeSpan.FromSeconds(3), 0.9f), filter.Finish());
        Assert.Null(filter.Finish());
    }

    [Fact]
    public void After_a_reset_there_is_neither_a_held_word_nor_a_refractory_period()
    {
        DetectionFilter filter = Filter(0.7f, refractory: 500);
        filter.Add([0, 0, 0.9f, 0], TimeSpan.Zero);
        filter.Reset();
        Assert.Null(filter.Finish());
        filter.Add([0, 0, 0.9f, 0], TimeSpan.Zero);
        Assert.NotNull(filter.Finish());
        filter.Reset();
        filter.Add([0, 0, 0.8f, 0], TimeSpan.Zero);
        Assert.Equal(0.8f, filter.Finish()?.Confidence);
    }

    [Theory]
    [InlineData(-0.1f, 0, 0, "The threshold is -0.1; it has to be from 0 to 1.")]
    [InlineData(1.5f, 0, 0, "The threshold is 1.5; it has to be from 0 to 1.")]
    [InlineData(float.NaN, 0, 0, "The threshold is NaN; it has to be from 0 to 1.")]
    [InlineData(0.5f, -1, 0, "Smoothing takes -1 s and the refractory period 0 s; both have to be from 0 to 60 s.")]
    [InlineData(0.5f, 0, 61, "Smoothing takes 0 s and the refractory period 61 s; both have to be from 0 to 60 s.")]
    public void Options_beyond_their_bounds_are_refused(float threshold, int smoothing, int refractory, string expected)
    {
        var options = new DetectionOptions { Threshold = threshold, Smoothing = TimeSpan.FromSeconds(smoothing), Refractory = TimeSpan.FromSeconds(refractory) };
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => new DetectionFilter(Labels, options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new StreamingSpotter(options));
    }

    private static DetectionFilter Filter(float threshold, int refractory = 0) =>
        new(Labels, new() { Threshold = threshold, Refractory = refractory * FrontEnd.InferenceTime });

    /// <summary>The detections of a "yes" with these posteriors, one an inference, whose time is a second for each inference.</summary>
    private static List<(int Inference, Detection Detection)> Yes(int refractory, float[] posteriors)
    {
        DetectionFilter filter = Filter(0.7f, refractory);
        List<(int, Detection)> found = [];
        for (int inference = 0; inference < posteriors.Length; inference++)
        {
            if (filter.Add([1 - posteriors[inference], 0, posteriors[inference], 0], TimeSpan.FromSeconds(inference)) is { } detection)
            {
                found.Add((inference, detection));
            }
        }

        return found;
    }
}
