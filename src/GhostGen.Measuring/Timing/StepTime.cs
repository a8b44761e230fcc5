namespace GhostGen.Measuring.Timing;

/// <summary>How long a step of one contender takes.</summary>
/// <param name="Contender">What was timed.</param>
/// <param name="Minimum">The shortest measurement, nanoseconds per step: the least disturbed one.</param>
/// <param name="Median">The middle measurement, nanoseconds per step: what to expect on this machine in the state it was in.</param>
/// <param name="AllocatedBytes">Managed bytes allocated per step.</param>
internal sealed record StepTime(string Contender, double Minimum, double Median, double AllocatedBytes)
{
    /// <summary>Sums up measurements.</summary>
    public static StepTime Of(string contender, IEnumerable<double> samples, double allocatedBytes)
    {
        double[] sorted = [.. samples.Order()];
        return new(contender, sorted[0], sorted[sorted.Length / 2], allocatedBytes);
    }
}
