namespace GhostGen.Samples.Audio.Mel;

/// <summary>Cuts a stream of samples into frames that overlap, and computes the features of each. Nothing is allocated after construction.</summary>
public sealed class StreamingFeatures
{
    private readonly FrameFeatures features;
    private readonly float[] frame;
    private readonly int stride;
    private int filled;

    /// <summary>Begins a stream.</summary>
    /// <exception cref="ArgumentException">The options do not fit each other, or the stride is none or longer than a window.</exception>
    public StreamingFeatures(FeatureOptions options)
    {
        features = new(options);
        if (options.Stride < 1 || options.Stride > options.Window)
        {
            throw new ArgumentException(FormattableString.Invariant($"The stride is {options.Stride} samples; it has to be from 1 to the window's {options.Window}."), nameof(options));
        }

        frame = new float[options.Window];
        stride = options.Stride;
    }

    /// <summary>Takes samples off the front of a span until a frame is full.</summary>
    /// <param name="samples">What has come; what is left of it afterwards has not been looked at.</param>
    /// <param name="frameFeatures">The features of the frame, where one was full.</param>
    /// <returns>Whether one was. If not, all samples have been taken.</returns>
    public bool Next(ref ReadOnlySpan<float> samples, Span<float> frameFeatures)
    {
        int count = Math.Min(samples.Length, frame.Length - filled);
        samples[..count].CopyTo(frame.AsSpan(filled));
        samples = samples[count..];
        filled += count;
        if (filled < frame.Length)
        {
            return false;
        }

        features.Compute(frame, frameFeatures);
        frame.AsSpan(stride).CopyTo(frame);
        filled -= stride;
        return true;
    }

    /// <summary>Forgets the samples of an unfinished frame.</summary>
    public void Reset() => filled = 0;
}
