using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Sparse;

/// <summary>What one pruned model takes with and without its blocks of zeros.</summary>
/// <param name="Kind">The kind of its layer.</param>
/// <param name="Input">Its inputs.</param>
/// <param name="Hidden">Its states.</param>
/// <param name="Block">The rows and columns of a block.</param>
/// <param name="Zeros">The share of blocks that are zero.</param>
/// <param name="DenseBytes">The packed weights with them.</param>
/// <param name="SparseBytes">The packed weights and tables without them; as many as <paramref name="DenseBytes"/> where leaving them out is not worth it.</param>
/// <param name="Contenders">Step, Run and Batch, each with and without the blocks.</param>
internal sealed record SparseTimes(string Kind, int Input, int Hidden, int Block, double Zeros, long DenseBytes, long SparseBytes, IReadOnlyList<StepTime> Contenders)
{
    /// <summary>One call per step.</summary>
    public const string Step = "Step";

    /// <summary>Many steps per call.</summary>
    public const string Run = "Run";

    /// <summary>Many streams per call.</summary>
    public const string Batch = "Batch";

    /// <summary>What stands before the names of contenders that multiply with zeros.</summary>
    public const string Dense = "dense ";

    /// <summary>What stands before those that do not.</summary>
    public const string Sparse = "sparse ";

    /// <summary>Nanoseconds per step of a contender, the least of all rounds.</summary>
    public double Least(string contender) => Contenders.Single(time => time.Contender == contender).Minimum;

    /// <summary>How many times faster a step is without the blocks.</summary>
    public double StepGain => Least(Dense + Step) / Least(Sparse + Step);
}
