using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Start;

/// <summary>All that a run of <c>start</c> measured: what its JSON file holds.</summary>
/// <param name="Format">Name and version of the file's format.</param>
/// <param name="Date">The day of the measurement, UTC, ISO 8601.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Processes">How many processes started each model.</param>
/// <param name="Models">The models.</param>
internal sealed record StartResult(string Format, string Date, MachineDescription Machine, int Processes, IReadOnlyList<StartTimes> Models)
{
    /// <summary>The format that this program writes.</summary>
    public const string CurrentFormat = "ghostgen-start-bench/2";
}
