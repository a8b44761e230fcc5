using System.Numerics;

namespace GhostGen.Golden.Tests.Audio;

/// <summary>
/// Features with the statistics of what keyword spotters hear: a few bands of the spectrum, logarithms, the cosine transform. Not the
/// exact front end of any network, which a comparison of two ways to run one does not need.
/// </summary>
internal static class Cepstrum
{
    private const int Bands = 42;

    /// <summary>The first <paramref name="coefficients"/> values of each frame, in the range of MFCCs: the first one in the tens, the others falling.</summary>
    public static float[] Of(IReadOnlyList<Complex[]> frames, int coefficients)
    {
        var values = new float[frames.Count * coefficients];
        for (int frame = 0; frame < frames.Count; frame++)
        {
            double[] bands = BandLogarithms(frames[frame]);
            for (int k = 0; k < coefficients; k++)
            {
                double sum = 0;
                for (int band = 0; band < Bands; band++)
                {
                    sum += bands[band] * Math.Cos(Math.PI * k * (band + 0.5) / Bands);
                }

                values[(frame * coefficients) + k] = (float)(sum * Math.Sqrt(2.0 / Bands));
            }
        }

        return values;
    }

    /// <summary>The logarithm of the magnitude of bands that become wider with frequency, as hearing does: each ends 10 % above where it begins, and one bin at least.</summary>
    private static double[] BandLogarithms(Complex[] frame)
    {
        var logarithms = new double[Bands];
        int first = 1;
        for (int band = 0; band < Bands; band++)
        {
            int end = Math.Min(frame.Length, Math.Max(first + 1, (int)(first * 1.1)));
            double magnitude = 0;
            for (int bin = first; bin < end; bin++)
            {
                magnitude += frame[bin].Magnitude;
            }

            logarithms[band] = Math.Log(Math.Max(magnitude, 1e-12));
            first = end;
        }

        return logarithms;
    }
}
