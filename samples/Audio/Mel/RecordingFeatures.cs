namespace GhostGen.Samples.Audio.Mel;

/// <summary>
/// The features of a whole recording as librosa has them: frames whose middles lie a stride apart from the first sample on, with silence where they reach
/// beyond the ends, and nothing further than a limit below the loudest band of the recording. An instance is for one thread at a time.
/// </summary>
/// <remarks>A stream cannot have them: its loudest band may be yet to come.</remarks>
public sealed class RecordingFeatures
{
    private readonly FeatureOptions options;
    private readonly FrameFeatures frames;
    private readonly CosineTransform cosines;
    private readonly double range;

    /// <summary>Prepares features.</summary>
    /// <param name="options">What they are; in decibels.</param>
    /// <param name="range">How far below the loudest band of the recording others are heard, in decibels: <c>top_db</c> of <c>librosa.power_to_db</c>. Infinity for no limit.</param>
    /// <exception cref="ArgumentException">The options do not fit each other, or are not in decibels, or the stride or the range is not above zero.</exception>
    public RecordingFeatures(FeatureOptions options, double range = 80)
    {
        frames = new(options);
        if (!options.IsDecibel || options.Stride < 1 || !(range > 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Features of a recording are in decibels, with a stride of a sample or more and a range above zero; the stride is {options.Stride}, the range {range}, and the options are {(options.IsDecibel ? "" : "not ")}in decibels."), nameof(options));
        }

        this.options = options;
        this.range = range;
        cosines = new(options.Bands, options.Coefficients, options.IsOrthonormal);
    }

    /// <summary>The frames of a recording: their middles are its first sample and each stride from there to its end.</summary>
    /// <param name="samples">The recording's length.</param>
    public int Frames(int samples) => 1 + (samples / options.Stride);

    /// <summary>Computes features.</summary>
    /// <param name="recording">The samples.</param>
    /// <returns><see cref="Frames"/> times <see cref="FeatureOptions.Size"/> values, frame after frame.</returns>
    public float[] Compute(ReadOnlySpan<float> recording)
    {
        double[] logarithms = Logarithms(recording);
        double least = logarithms.Max() - range;
        for (int i = 0; i < logarithms.Length; i++)
        {
            logarithms[i] = Math.Max(logarithms[i], least);
        }

        if (options.Coefficients == 0)
        {
            return Array.ConvertAll(logarithms, static value => (float)value);
        }

        var features = new float[Frames(recording.Length) * options.Size];
        for (int frame = 0; frame < Frames(recording.Length); frame++)
        {
            cosines.Transform(logarithms.AsSpan(frame * options.Bands, options.Bands), features.AsSpan(frame * options.Size, options.Size));
        }

        return features;
    }

    private double[] Logarithms(ReadOnlySpan<float> recording)
    {
        // As librosa pads: half a transform on both sides, with the window in the middle of the transform.
        var padded = new float[recording.Length + options.TransformLength];
        recording.CopyTo(padded.AsSpan(options.TransformLength / 2));
        int firstWindow = (options.TransformLength - options.Window) / 2;
        var logarithms = new double[Frames(recording.Length) * options.Bands];
        for (int frame = 0; frame < Frames(recording.Length); frame++)
        {
            frames.Logarithms(padded.AsSpan(firstWindow + (frame * options.Stride), options.Window)).CopyTo(logarithms.AsSpan(frame * options.Bands));
        }

        return logarithms;
    }
}
