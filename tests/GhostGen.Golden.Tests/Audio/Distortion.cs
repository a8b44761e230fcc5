namespace GhostGen.Golden.Tests.Audio;

/// <summary>Says how close a signal is to a clean one.</summary>
internal static class Distortion
{
    /// <summary>The scale-invariant signal-to-distortion ratio in dB (Le Roux et al., "SDR: half-baked or well done?", ICASSP 2019).</summary>
    public static double ScaleInvariantRatio(ReadOnlySpan<double> estimate, ReadOnlySpan<double> clean)
    {
        double product = 0;
        double energy = 0;
        for (int i = 0; i < clean.Length; i++)
        {
            product += estimate[i] * clean[i];
            energy += clean[i] * clean[i];
        }

        double scale = product / energy;
        double distortion = 0;
        for (int i = 0; i < clean.Length; i++)
        {
            double difference = (scale * clean[i]) - estimate[i];
            distortion += difference * difference;
        }

        return 10 * Math.Log10(scale * scale * energy / distortion);
    }
}
