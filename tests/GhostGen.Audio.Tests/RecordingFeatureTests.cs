using GhostGen.Importing.Arrays;
using GhostGen.Samples.Audio.Mel;
using Xunit;

namespace GhostGen.Audio.Tests;

/// <summary>Features of whole recordings against numpy's.</summary>
public sealed class RecordingFeatureTests
{
    /// <summary>As for <see cref="FeatureTests"/>.</summary>
    private const double Bound = 1e-4;

    /// <summary>The signal in the middle of a second of silence.</summary>
    private static float[] Recording
    {
        get
        {
            var recording = new float[16_000];
            FeatureVectors.Signal.CopyTo(recording, 4_000);
            return recording;
        }
    }

    [Theory]
    [InlineData("librosa_recording", 80)]
    [InlineData("librosa_recording_40_decibels", 40)]
    public void Features_are_those_of_numpy(string name, double range)
    {
        NamedArray expected = FeatureVectors.Of(name);
        var features = new RecordingFeatures(FeatureOptions.Librosa(12), range);
        float[] actual = features.Compute(Recording);
        Assert.Equal(32, features.Frames(Recording.Length));
        Assert.Equal(32 * 12, actual.Length);
        Assert.Equal(expected.Values.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.True(Math.Abs(expected.Values[i] - actual[i]) <= Bound * Math.Max(1, Math.Abs(expected.Values[i])),
                FormattableString.Invariant($"Feature {i % 12} of frame {i / 12} is {actual[i]:R} and has to be {expected.Values[i]:R}."));
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(0)]
    public void Without_a_limit_they_are_those_of_the_frames(int coefficients)
    {
        FeatureOptions options = FeatureOptions.Librosa(coefficients);
        float[] recording = Recording;
        float[] actual = new RecordingFeatures(options, double.PositiveInfinity).Compute(recording);
        var frames = new FrameFeatures(options);
        var expected = new float[options.Size];
        for (int frame = 2; frame < 30; frame++)
        {
            frames.Compute(recording.AsSpan((frame * 512) - 1024, 2048), expected);
            Assert.Equal(expected, actual[(frame * options.Size)..((frame + 1) * options.Size)]);
        }
    }

    [Fact]
    public void A_shorter_window_stands_in_the_middle_of_its_frame()
    {
        FeatureOptions options = FeatureOptions.Librosa(12) with { Window = 1024 };
        float[] recording = Recording;
        float[] actual = new RecordingFeatures(options, double.PositiveInfinity).Compute(recording);
        var expected = new float[12];
        new FrameFeatures(options).Compute(recording.AsSpan((10 * 512) - 512, 1024), expected);
        Assert.Equal(expected, actual[(10 * 12)..(11 * 12)]);
    }

    [Fact]
    public void An_empty_recording_is_one_frame_of_silence()
    {
        // librosa's floor of powers is 1e-10: -100 dB in each band.
        Assert.All(new RecordingFeatures(FeatureOptions.Librosa(0)).Compute([]), static value => Assert.Equal(-100, value));
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RecordingFeatures(FeatureOptions.HelloEdge(320)));
        Assert.Throws<ArgumentException>(() => new RecordingFeatures(FeatureOptions.Librosa(12) with { Stride = 0 }));
        Assert.Throws<ArgumentException>(() => new RecordingFeatures(FeatureOptions.Librosa(12), 0));
        Assert.Throws<ArgumentException>(() => new RecordingFeatures(FeatureOptions.Librosa(12), double.NaN));
        Assert.Throws<ArgumentException>(() => new RecordingFeatures(FeatureOptions.Librosa(129)));
    }
}
