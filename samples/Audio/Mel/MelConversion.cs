namespace GhostGen.Samples.Audio.Mel;

/// <summary>Frequencies in mels and back.</summary>
internal static class MelConversion
{
    // Slaney: 3 mels for 200 Hz up to 1000 Hz, and from there 27 mels for a factor of 6.4.
    private const double HertzPerMel = 200.0 / 3;
    private const double Knee = 1000;
    private const double KneeMels = Knee / HertzPerMel;
    private static readonly double Step = Math.Log(6.4) / 27;

    /// <summary>The mels of a frequency in Hz.</summary>
    public static double ToMels(double hertz, MelScale scale) => scale == MelScale.Logarithmic
        ? 1127 * Math.Log(1 + (hertz / 700))
        : hertz < Knee ? hertz / HertzPerMel : KneeMels + (Math.Log(hertz / Knee) / Step);

    /// <summary>The frequency in Hz of mels.</summary>
    public static double ToHertz(double mels, MelScale scale) => scale == MelScale.Logarithmic
        ? 700 * (Math.Exp(mels / 1127) - 1)
        : mels < KneeMels ? mels * HertzPerMel : Knee * Math.Exp(Step * (mels - KneeMels));
}
