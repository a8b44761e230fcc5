using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Sparse;

/// <summary>All that a run of <c>sparse</c> measured: what its JSON file holds.</summary>
/// <param name="Format">Name and version of the file's format.</param>
/// <param name="Date">The day of the measurement, UTC, ISO 8601.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Models">The models.</param>
internal sealed record SparseResult(string Format, string Date, MachineDescription Machine, IReadOnlyList<SparseTimes> Models)
{
    /// <summary>The format that this program writes.</summary>
    public const string CurrentFormat = "ghostgen-sparse-bench/1";
}
