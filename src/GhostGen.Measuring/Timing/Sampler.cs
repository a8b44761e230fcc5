using System.Diagnostics;

namespace GhostGen.Measuring.Timing;

/// <summary>Times one piece of work again and again, so many steps at a time that the clock's resolution does not matter.</summary>
internal sealed class Sampler
{
    /// <summary>The length of one measurement: long against the clock (tens of nanoseconds), short against what disturbs a machine, so that many measurements are undisturbed.</summary>
    private static readonly TimeSpan MeasurementLength = TimeSpan.FromMilliseconds(1.2);

    private readonly Work work;
    private readonly int steps;
    private readonly int stepsBefore;
    private readonly List<double> samples = [];

    /// <summary>Runs <paramref name="work"/> until it is known how many of its steps fill a measurement.</summary>
    internal Sampler(Work work)
    {
        this.work = work;
        steps = work.Granularity;
        double nanoseconds = ShortestTime(work, steps);
        while (nanoseconds < MeasurementLength.TotalNanoseconds / 2)
        {
            steps *= 2;
            nanoseconds = ShortestTime(work, steps);
        }

        steps = Whole(steps * MeasurementLength.TotalNanoseconds / nanoseconds);

        // The work measured before this one has filled the caches with its own weights: an eighth is done untimed.
        stepsBefore = Whole(steps / 8.0);
    }

    /// <summary>The name of the work.</summary>
    public string Name => work.Name;

    /// <summary>Does one measurement.</summary>
    public void Measure()
    {
        work.Repeat(stepsBefore);
        samples.Add(Time(work, steps) / steps);
    }

    /// <summary>What all measurements so far say, allocations included.</summary>
    public StepTime Result() => StepTime.Of(Name, samples, AllocatedBytesPerStep(work, steps));

    /// <summary>The managed bytes that one step allocates on this thread, over <paramref name="steps"/> steps.</summary>
    public static double AllocatedBytesPerStep(Work work, int steps)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work.Repeat(steps);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / steps;
    }

    /// <summary>The least of several tries: a single one may have been interrupted for longer than a whole measurement takes.</summary>
    private static double ShortestTime(Work work, int steps)
    {
        double shortest = double.PositiveInfinity;
        for (int i = 0; i < 3; i++)
        {
            shortest = Math.Min(shortest, Time(work, steps));
        }

        return shortest;
    }

    private static double Time(Work work, int steps)
    {
        long start = Stopwatch.GetTimestamp();
        work.Repeat(steps);
        return Clock.NanosecondsSince(start);
    }

    private int Whole(double count) => Math.Max(1, (int)Math.Round(count / work.Granularity)) * work.Granularity;
}
