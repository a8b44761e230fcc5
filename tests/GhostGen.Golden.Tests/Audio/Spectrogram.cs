using System.Numerics;

namespace GhostGen.Golden.Tests.Audio;

/// <summary>
/// The short-time spectrum that NSNet2 works on: 512 samples every 256 without a window, the signal reflected by 256 at both ends.
/// </summary>
internal static class Spectrogram
{
    /// <summary>The non-redundant bins of a frame.</summary>
    public const int Bins = (Length / 2) + 1;

    private const int Length = 512;
    private const int Hop = 256;

    /// <summary>The spectrum of each frame.</summary>
    public static Complex[][] Analyse(ReadOnlySpan<float> samples)
    {
        var frames = new Complex[(samples.Length / Hop) + 1][];
        for (int frame = 0; frame < frames.Length; frame++)
        {
            var values = new Complex[Length];
            for (int i = 0; i < Length; i++)
            {
                values[i] = samples[Reflect((frame * Hop) + i - Hop, samples.Length)];
            }

            Fourier.Forward(values);
            frames[frame] = values[..Bins];
        }

        return frames;
    }

    /// <summary>The samples whose spectra are given: frames are added up where they overlap and divided by how many do.</summary>
    public static double[] Synthesise(Complex[][] frames, int samples)
    {
        var sum = new double[samples];
        var count = new int[samples];
        foreach ((int frame, Complex[] half) in frames.Index())
        {
            var values = new Complex[Length];
            for (int bin = 0; bin < Length; bin++)
            {
                values[bin] = bin < Bins ? half[bin] : Complex.Conjugate(half[Length - bin]);
            }

            Fourier.Inverse(values);
            for (int i = 0; i < Length; i++)
            {
                int at = (frame * Hop) + i - Hop;
                if (at >= 0 && at < samples)
                {
                    sum[at] += values[i].Real;
                    count[at]++;
                }
            }
        }

        return [.. sum.Zip(count, static (value, frames) => value / frames)];
    }

    /// <summary>The natural logarithm of each bin's power, as the network reads it.</summary>
    public static float[] LogPower(Complex[] frame) =>
        Array.ConvertAll(frame, static bin => (float)Math.Log((bin.Real * bin.Real) + (bin.Imaginary * bin.Imaginary) + 1e-8));

    private static int Reflect(int index, int length) => index < 0 ? -index : index >= length ? (2 * (length - 1)) - index : index;
}
