using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Reports;

/// <summary>What a run has to show, whether on a terminal or in a file: a function of the JSON file alone.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Date">The day of the measurement, UTC, ISO 8601.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Tables">The figures.</param>
internal sealed record Report(string Title, string Date, MachineDescription Machine, IReadOnlyList<ReportTable> Tables);
