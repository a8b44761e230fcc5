namespace GhostGen.Samples.KeywordSpotting.Measuring;

/// <summary>How long something takes, in seconds.</summary>
/// <param name="Fastest">The shortest time.</param>
/// <param name="Median">The middle one.</param>
/// <param name="Slow">The time that one in a hundred exceeds.</param>
internal sealed record Latency(double Fastest, double Median, double Slow)
{
    private const double SlowShare = 0.99;

    /// <summary>Sums up single times.</summary>
    /// <param name="times">The times, one at least.</param>
    public static Latency Of(IEnumerable<double> times)
    {
        double[] ordered = [.. times.Order()];
        return new(ordered[0], ordered[ordered.Length / 2], ordered[(int)Math.Ceiling(SlowShare * ordered.Length) - 1]);
    }
}
