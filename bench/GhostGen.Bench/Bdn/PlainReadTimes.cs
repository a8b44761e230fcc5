using GhostGen.Bench.Contenders;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Bdn;

/// <summary>Measures plain reads of classes' weights, each class's once, when it is first asked for.</summary>
internal sealed class PlainReadTimes
{
    private const int Rounds = 40;

    private readonly Dictionary<string, double> known = [];

    /// <summary>The nanoseconds that a plain read of the class's packed weights takes on this machine.</summary>
    public double Of(SteppedClass model)
    {
        if (!known.TryGetValue(model.Title, out double nanoseconds))
        {
            var reads = new RoundRobin([new ReadWork(ContenderNames.PlainRead, model.Load(model.Model.Manifest()))]);
            reads.Measure(Rounds);
            nanoseconds = reads.Results()[0].Minimum;
            known.Add(model.Title, nanoseconds);
        }

        return nanoseconds;
    }
}
