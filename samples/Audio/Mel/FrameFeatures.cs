using GhostGen.Samples.Audio.Spectra;

namespace GhostGen.Samples.Audio.Mel;

/// <summary>The features of one frame: window, spectrum, mel bands, logarithm, cosine transform. Nothing is allocated after construction; an instance is for one thread at a time.</summary>
public sealed class FrameFeatures
{
    private readonly FeatureOptions options;
    private readonly RealFourierTransform transform;
    private readonly MelBands bands;
    private readonly CosineTransform cosines;
    private readonly double[] window;
    private readonly double[] values;
    private readonly double[] real;
    private readonly double[] imaginary;
    private readonly double[] logarithms;

    /// <summary>Prepares features.</summary>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    public FrameFeatures(FeatureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Window < 1 || options.Window > options.TransformLength || options.Bands < 1 || options.Coefficients < 0 || options.Coefficients > options.Bands
            || options.LowestFrequency < 0 || options.HighestFrequency <= options.LowestFrequency || options.HighestFrequency > options.SampleRate / 2.0)
        {
            throw new ArgumentException($"A window is at most a transform, coefficients are at most as many as bands, and frequencies lie within half the sample rate; these do not: {options}.", nameof(options));
        }

        this.options = options;
        transform = new(options.TransformLength);
        bands = MelBands.Of(options);
        cosines = new(options.Bands, options.Coefficients, options.IsOrthonormal);
        values = new double[options.TransformLength];
        real = new double[transform.Bins];
        imaginary = new double[transform.Bins];
        logarithms = new double[options.Bands];

        // Hann's window as one period of a longer sequence: the value behind its last would be the first again.
        window = [.. Enumerable.Range(0, options.Window).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / options.Window)))];
    }

    /// <summary>Computes features.</summary>
    /// <param name="samples">A window of samples.</param>
    /// <param name="features"><see cref="FeatureOptions.Size"/> values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Compute(ReadOnlySpan<float> samples, Span<float> features)
    {
        if (samples.Length != options.Window || features.Length != options.Size)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {samples.Length} samples and {features.Length} features; {options.Window} samples and {options.Size} features are expected."));
        }

        ReadOnlySpan<double> ofBands = Logarithms(samples);
        if (options.Coefficients > 0)
        {
            cosines.Transform(ofBands, features);
            return;
        }

        for (int band = 0; band < ofBands.Length; band++)
        {
            features[band] = (float)ofBands[band];
        }
    }

    /// <summary>The logarithms of the bands, in double precision; the next frame's come to the same place.</summary>
    /// <param name="samples">A window of samples.</param>
    internal ReadOnlySpan<double> Logarithms(ReadOnlySpan<float> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            values[i] = samples[i] * window[i];
        }

        transform.Forward(values, real, imaginary);
        for (int bin = 0; bin < real.Length; bin++)
        {
            double power = (real[bin] * real[bin]) + (imaginary[bin] * imaginary[bin]);
            real[bin] = options.IsPower ? power : Math.Sqrt(power);
        }

        bands.Sum(real, logarithms);
        for (int band = 0; band < logarithms.Length; band++)
        {
            double sum = Math.Max(logarithms[band], options.Floor);
            logarithms[band] = options.IsDecibel ? 10 * Math.Log10(sum) : Math.Log(sum);
        }

        return logarithms;
    }
}
