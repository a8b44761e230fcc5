using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Silence;

/// <summary>All that a run of <c>silence</c> measured: what its JSON file holds.</summary>
/// <param name="Format">Name and version of the file's format.</param>
/// <param name="Date">The day of the measurement, UTC, ISO 8601.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Models">The models.</param>
internal sealed record SilenceResult(string Format, string Date, MachineDescription Machine, IReadOnlyList<SilenceTimes> Models)
{
    /// <summary>The format that this program writes.</summary>
    public const string CurrentFormat = "ghostgen-silence-bench/1";

    /// <summary>A step is to take at most so many times as long as with ordinary signals.</summary>
    public const double LargestRatio = 1.10;
}
