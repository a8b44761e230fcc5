using System.Diagnostics;

namespace GhostGen.Measuring.Timing;

/// <summary>Time spans in nanoseconds, as finely as the system's clock has them: <see cref="TimeSpan"/> counts in hundreds.</summary>
internal static class Clock
{
    private static readonly double nanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>The nanoseconds since <see cref="Stopwatch.GetTimestamp"/> returned <paramref name="start"/>.</summary>
    public static double NanosecondsSince(long start) => (Stopwatch.GetTimestamp() - start) * nanosecondsPerTick;
}
