using System.Diagnostics;
using GhostGen.Kernels;
using GhostGen.Measuring.Machine;

namespace GhostGen.Measuring.Timing;

/// <summary>
/// Times single steps, each after a read of 4 MB of other memory: the usual case of a stream of 10 to 100 frames a second, whose weights
/// the rest of the program has pushed out of the inner caches in the meantime.
/// </summary>
internal sealed class ColdCaches
{
    /// <summary>More than the first two cache levels of today's cores hold, less than the third.</summary>
    public const int BytesBetweenSteps = 4 << 20;

    private readonly PackedWeights otherMemory = AlignedMemory.OfBytes(BytesBetweenSteps);
    private readonly Work nothing = new NoWork();
    private readonly List<double> overheads = [];
    private readonly Work[] works;
    private readonly List<double>[] samples;
    private int sink;

    internal ColdCaches(IEnumerable<Work> works)
    {
        this.works = [.. works];
        samples = [.. this.works.Select(static _ => new List<double>())];
    }

    /// <summary>Measures each contender <paramref name="rounds"/> times, in turn.</summary>
    public void Measure(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            overheads.Add(TimeOne(nothing));
            for (int j = 0; j < works.Length; j++)
            {
                samples[j].Add(TimeOne(works[j]));
            }
        }
    }

    /// <summary>The results so far, in the order of the contenders, without what a step of nothing takes: the clock, the call and the return.</summary>
    public IReadOnlyList<StepTime> Results()
    {
        double overhead = StepTime.Of(nothing.Name, overheads, 0).Median;
        return [.. works.Select((work, i) => StepTime.Of(work.Name, samples[i].Select(sample => Math.Max(0, sample - overhead)), Sampler.AllocatedBytesPerStep(work, work.Granularity)))];
    }

    private double TimeOne(Work work)
    {
        // Its own step before: otherwise the contenders that ran meanwhile, each with weights of its own, would push large weights
        // out of the third level too, except those of a contender that shares its weights with the one before it.
        work.Repeat(work.Granularity);
        sink ^= PlainRead.Read(ref otherMemory.Start, otherMemory.Count);
        long start = Stopwatch.GetTimestamp();
        work.Repeat(work.Granularity);
        return Clock.NanosecondsSince(start) / work.Granularity;
    }

    /// <summary>A step that does nothing.</summary>
    private sealed class NoWork() : Work("nothing")
    {
        private readonly Action step = static () => { };

        /// <inheritdoc/>
        public override void Repeat(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                step();
            }
        }
    }
}
