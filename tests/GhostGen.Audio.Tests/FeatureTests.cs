using GhostGen.Importing.Arrays;
using GhostGen.Samples.Audio.Mel;
using Xunit;

namespace GhostGen.Audio.Tests;

/// <summary>Features against numpy's, and streams against whole recordings.</summary>
public sealed class FeatureTests
{
    /// <summary>What the issue of features asks for; the committed vectors are singles of values up to some hundred.</summary>
    private const double Bound = 1e-4;

    [Theory]
    [InlineData("hello_edge_640")]
    [InlineData("hello_edge_320")]
    [InlineData("hello_edge_640_bands")]
    [InlineData("librosa")]
    public void Features_are_those_of_numpy(string name)
    {
        NamedArray expected = FeatureVectors.Of(name);
        FeatureOptions options = Options(name);
        float[] actual = Stream(options, FeatureVectors.Signal, [int.MaxValue]);
        Assert.Equal(expected.Values.Length, actual.Length);
        Assert.True(expected.Values.Length > 10 * options.Size);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.True(Math.Abs(expected.Values[i] - actual[i]) <= Bound * Math.Max(1, Math.Abs(expected.Values[i])),
                FormattableString.Invariant($"Feature {i % options.Size} of frame {i / options.Size} is {actual[i]:R} and has to be {expected.Values[i]:R}."));
        }
    }

    [Theory]
    [InlineData("hello_edge_640")]
    [InlineData("hello_edge_320")]
    [InlineData("librosa")]
    public void A_stream_in_pieces_has_the_bits_of_frames_of_the_whole(string name)
    {
        FeatureOptions options = Options(name);
        float[] signal = FeatureVectors.Signal;
        var whole = new FrameFeatures(options);
        var expected = new List<float>();
        var frame = new float[options.Size];
        for (int start = 0; start + options.Window <= signal.Length; start += options.Stride)
        {
            whole.Compute(signal.AsSpan(start, options.Window), frame);
            expected.AddRange(frame);
        }

        foreach (int[] pieces in (int[][])[[1], [7, 160, 3000], [640], [int.MaxValue]])
        {
            Assert.Equal(expected, Stream(options, signal, pieces));
        }
    }

    [Fact]
    public void A_stream_that_is_reset_begins_anew()
    {
        FeatureOptions options = FeatureOptions.HelloEdge(320);
        var stream = new StreamingFeatures(options);
        var frame = new float[options.Size];
        ReadOnlySpan<float> noise = FeatureVectors.Signal.AsSpan(4000, 500);
        Assert.False(stream.Next(ref noise, frame));
        stream.Reset();
        ReadOnlySpan<float> signal = FeatureVectors.Signal;
        Assert.True(stream.Next(ref signal, frame));
        Assert.Equal(Stream(options, FeatureVectors.Signal, [int.MaxValue])[..frame.Length], frame);
    }

    [Fact]
    public void A_frame_allocates_nothing()
    {
        FeatureOptions options = FeatureOptions.HelloEdge(320);
        var stream = new StreamingFeatures(options);
        var frame = new float[options.Size];
        float[] signal = FeatureVectors.Signal;
        int frames = Frames(stream, signal, frame);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            frames += Frames(stream, signal, frame);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(frames > 200);
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused()
    {
        FeatureOptions options = FeatureOptions.HelloEdge(320);
        Assert.Throws<ArgumentException>(() => new StreamingFeatures(options with { Stride = 0 }));
        Assert.Throws<ArgumentException>(() => new StreamingFeatures(options with { Stride = 641 }));
        Assert.Throws<ArgumentException>(() => new FrameFeatures(options with { Window = 2000 }));
        Assert.Throws<ArgumentException>(() => new FrameFeatures(options with { Coefficients = 41 }));
        Assert.Throws<ArgumentException>(() => new FrameFeatures(options with { HighestFrequency = 8001 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FrameFeatures(options with { TransformLength = 1000 }));
        Assert.Throws<ArgumentException>(() => new FrameFeatures(options).Compute(new float[639], new float[10]));
    }

    private static FeatureOptions Options(string name) => name switch
    {
        "hello_edge_640" => FeatureOptions.HelloEdge(640),
        "hello_edge_320" => FeatureOptions.HelloEdge(320),
        "hello_edge_640_bands" => FeatureOptions.HelloEdge(640) with { Coefficients = 0 },
        _ => FeatureOptions.Librosa(12),
    };

    private static int Frames(StreamingFeatures stream, ReadOnlySpan<float> samples, float[] frame)
    {
        int frames = 0;
        while (stream.Next(ref samples, frame))
        {
            frames++;
        }

        return frames;
    }

    /// <summary>The features of a signal that comes in pieces.</summary>
    private static float[] Stream(FeatureOptions options, float[] signal, int[] pieces)
    {
        var stream = new StreamingFeatures(options);
        var frame = new float[options.Size];
        var features = new List<float>();
        for (int start = 0, piece = 0; start < signal.Length; piece++)
        {
            int length = Math.Min(pieces[piece % pieces.Length], signal.Length - start);
            ReadOnlySpan<float> samples = signal.AsSpan(start, length);
            start += length;
            while (stream.Next(ref samples, frame))
            {
                features.AddRange(frame);
            }
        }

        return [.. features];
    }
}
