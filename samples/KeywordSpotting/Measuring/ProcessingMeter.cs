using System.Diagnostics;

namespace GhostGen.Samples.KeywordSpotting.Measuring;

/// <summary>How long a thread has worked, without waiting, and what it has allocated.</summary>
internal sealed class ProcessingMeter
{
    private long began;
    private long allocatedBefore;

    /// <summary>The time worked.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>The bytes allocated.</summary>
    public long Allocated { get; private set; }

    /// <summary>Begins to work, or goes on.</summary>
    public void Start()
    {
        allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        began = Stopwatch.GetTimestamp();
    }

    /// <summary>Has worked for now.</summary>
    public void Stop()
    {
        Time += Stopwatch.GetElapsedTime(began);
        Allocated += GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
    }

    /// <summary>Forgets what was allocated: what comes from now on counts.</summary>
    public void ForgetAllocated() => Allocated = 0;
}
