using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>Posteriors and detections of streams.</summary>
public sealed class StreamingSpotterTests
{
    /// <summary>The inference about the first second of a stream. Those before it are about silence, too.</summary>
    private const int FirstSecond = (FrontEnd.ClipFrames - 1) / FrontEnd.FramesPerInference;

    /// <summary>So low that made-up sound has detections.</summary>
    private static readonly DetectionOptions Eager = new() { Threshold = 0.05f, Refractory = TimeSpan.FromSeconds(0.2), Smoothing = TimeSpan.FromSeconds(0.2) };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(319)]
    [InlineData(640)]
    [InlineData(641)]
    [InlineData(16_001)]
    public void The_size_of_pieces_does_not_change_a_bit(int size)
    {
        float[] samples = MadeUpSound.Of(50_000);
        (List<float[]> posteriors, List<Detection> detections) = Hear(samples, samples.Length);
        (List<float[]> pieceByPiece, List<Detection> same) = Hear(samples, size);
        Assert.Equal(((50_000 - FrontEnd.Options.Window) / FrontEnd.InferenceStride) + 1, posteriors.Count);
        Assert.Equal(posteriors, pieceByPiece);
        Assert.NotEmpty(detections);
        Assert.Equal(detections, same);
    }

    [Fact]
    public void A_stream_has_the_posteriors_of_each_of_its_seconds()
    {
        float[] samples = MadeUpSound.Of(50_000, seed: 2);
        (List<float[]> posteriors, _) = Hear(samples, samples.Length);
        var classifier = new ClipClassifier();
        int seconds = 0;
        for (int inference = FirstSecond; inference < posteriors.Count; inference++, seconds++)
        {
            Assert.Equal(classifier.Classify(samples.AsSpan(seconds * FrontEnd.InferenceStride, FrontEnd.ClipLength)).ToArray(), posteriors[inference]);
        }

        Assert.True(seconds > 20);
        Assert.NotEqual(posteriors[FirstSecond], posteriors[^1]);
    }

    [Fact]
    public void Before_a_stream_it_was_silent()
    {
        float[] silent = new ClipClassifier().Classify(new float[FrontEnd.ClipLength]).ToArray();
        (List<float[]> posteriors, _) = Hear(new float[20_000], 20_000);
        Assert.All(posteriors, ofInference => Assert.Equal(silent, ofInference));
    }

    [Fact]
    public void Smoothed_posteriors_are_the_averages_of_the_posteriors()
    {
        var options = new DetectionOptions();
        var spotter = new StreamingSpotter(options);
        var smoothing = new PosteriorSmoothing(spotter.Labels.Names.Count, options.SmoothingCount);
        ReadOnlySpan<float> samples = MadeUpSound.Of(30_000);
        Assert.Equal(new float[spotter.Labels.Names.Count], spotter.Posteriors.ToArray());
        while (spotter.Next(ref samples))
        {
            smoothing.Add(spotter.Posteriors);
            Assert.Equal(smoothing.Smoothed.ToArray(), spotter.Smoothed.ToArray());
        }
    }

    [Fact]
    public void A_detection_lies_in_the_middle_of_the_second_that_it_was_heard_in()
    {
        var spotter = new StreamingSpotter(new() { Threshold = 0.05f, Smoothing = TimeSpan.Zero, Refractory = TimeSpan.Zero });
        ReadOnlySpan<float> samples = MadeUpSound.Of(100_000);
        Dictionary<TimeSpan, float[]> posteriors = [];
        List<Detection> detections = [];
        while (spotter.Next(ref samples))
        {
            posteriors[spotter.Time - TimeSpan.FromSeconds(0.5)] = spotter.Posteriors.ToArray();
            detections.AddRange(spotter.Detection is { } detection ? [detection] : []);
        }

        // In the first half of a second times would be negative, and are zero.
        Detection[] later = [.. detections.Where(static detection => detection.Time > TimeSpan.Zero)];
        Assert.NotEmpty(later);
        Assert.All(later, detection => Assert.Equal(detection.Confidence, posteriors[detection.Time][detection.Label]));
        Assert.Equal(detections.Select(static detection => detection.Time).Order(), detections.Select(static detection => detection.Time));
    }

    [Fact]
    public void Frames_allocate_nothing_detections_or_not()
    {
        var spotter = new StreamingSpotter(Eager);
        float[] sound = MadeUpSound.Of(80_000);
        int detections = 0;
        long allocated = 0;
        for (int round = 0; round < 2; round++)
        {
            // The first round makes the runtime compile, and initialise, what the second one uses.
            ReadOnlySpan<float> samples = sound;
            detections = 0;
            long before = GC.GetAllocatedBytesForCurrentThread();
            while (spotter.Next(ref samples))
            {
                detections += spotter.Detection is null ? 0 : 1;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.True(detections > 0);
    }

    [Fact]
    public void Clips_allocate_nothing()
    {
        var classifier = new ClipClassifier();
        float[] clip = MadeUpSound.Of(40_000);
        classifier.Classify(clip);
        long before = GC.GetAllocatedBytesForCurrentThread();
        classifier.Classify(clip);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void After_a_reset_a_stream_has_the_bits_of_the_first_one()
    {
        float[] samples = MadeUpSound.Of(30_000);
        var spotter = new StreamingSpotter(Eager);
        (List<float[]> posteriors, List<Detection> detections) = Hear(spotter, samples, 1000);
        spotter.Reset();
        Assert.Equal((0, TimeSpan.Zero, null), (spotter.Inferences, spotter.Time, spotter.Detection));
        Assert.All(spotter.Posteriors.ToArray().Concat(spotter.Smoothed.ToArray()), static posterior => Assert.Equal(0, posterior));
        (List<float[]> again, List<Detection> detectedAgain) = Hear(spotter, samples, 1000);
        Assert.Equal(posteriors, again);
        Assert.Equal(detections, detectedAgain);
    }

    [Fact]
    public void The_time_is_that_of_the_last_sample_of_the_last_inference()
    {
        var spotter = new StreamingSpotter();
        ReadOnlySpan<float> samples = new float[FrontEnd.Options.Window + FrontEnd.InferenceStride + 5];
        Assert.Equal(TimeSpan.Zero, spotter.Time);
        Assert.True(spotter.Next(ref samples));
        Assert.Equal(TimeSpan.FromSeconds(0.04), spotter.Time);
        Assert.True(spotter.Next(ref samples));
        Assert.False(spotter.Next(ref samples));
        Assert.Equal((2, TimeSpan.FromSeconds(0.04) + FrontEnd.InferenceTime), (spotter.Inferences, spotter.Time));
        Assert.True(samples.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(15_999)]
    public void Zeros_follow_a_short_clip(int length)
    {
        float[] clip = MadeUpSound.Of(length);
        var classifier = new ClipClassifier();
        float[] expected = classifier.Classify([.. clip, .. new float[FrontEnd.ClipLength - length]]).ToArray();
        classifier.Classify(MadeUpSound.Of(FrontEnd.ClipLength, seed: 3));
        Assert.Equal(expected, classifier.Classify(clip).ToArray());
        Assert.Equal(1, expected.Sum(), 1e-5f);
    }

    [Fact]
    public void Of_a_long_clip_the_loudest_second_is_classified()
    {
        float[] clip = MadeUpSound.Of(70_000);
        var classifier = new ClipClassifier();
        float[] expected = classifier.Classify(clip.AsSpan(LoudestSecond.StartOf(clip), FrontEnd.ClipLength)).ToArray();
        Assert.Equal(expected, classifier.Classify(clip).ToArray());
        Assert.NotEqual(expected, classifier.Classify(clip.AsSpan(0, FrontEnd.ClipLength)).ToArray());
    }

    private static (List<float[]> Posteriors, List<Detection> Detections) Hear(float[] samples, int size) => Hear(new(Eager), samples, size);

    private static (List<float[]> Posteriors, List<Detection> Detections) Hear(StreamingSpotter spotter, float[] samples, int size)
    {
        List<float[]> posteriors = [];
        List<Detection> detections = [];
        for (int start = 0; start < samples.Length; start += size)
        {
            ReadOnlySpan<float> piece = samples.AsSpan(start, Math.Min(size, samples.Length - start));
            while (spotter.Next(ref piece))
            {
                posteriors.Add(spotter.Posteriors.ToArray());
                detections.AddRange(spotter.Detection is { } detection ? [detection] : []);
            }
        }

        detections.AddRange(spotter.Finish());
        return (posteriors, detections);
    }
}
