using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Aot;

/// <summary>All that a run of <c>aot</c> measured: what its JSON file holds.</summary>
/// <param name="Format">Name and version of the file's format.</param>
/// <param name="Date">The day of the measurement, UTC, ISO 8601.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Processes">How many processes of each variant timed each model.</param>
/// <param name="Models">The models.</param>
internal sealed record AotResult(string Format, string Date, MachineDescription Machine, int Processes, IReadOnlyList<AotTimes> Models)
{
    /// <summary>The format that this program writes.</summary>
    public const string CurrentFormat = "ghostgen-aot-bench/1";

    /// <summary>With the same instruction set NativeAOT is to take at most so many times as long as the JIT.</summary>
    public const double LargestRatioToJit = 1.05;

    /// <summary>Without AVX2 it is to take at most so many times as long as with it.</summary>
    public const double LargestRatioOfDefault = 2.2;
}
