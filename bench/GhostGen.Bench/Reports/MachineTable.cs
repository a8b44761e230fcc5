using System.Globalization;
using GhostGen.Bench.Quick;
using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Reports;

/// <summary>Puts the machine into words and a table.</summary>
internal static class MachineTable
{
    /// <summary>What was measured on, in one line.</summary>
    public static string Description(MachineDescription machine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{machine.Processor}, {machine.LogicalProcessors} logical processors; {machine.Runtime} on {machine.OperatingSystem} ({machine.Architecture}); vectors of {machine.VectorBits} bits, multiply-adds {(machine.Fused ? "fused" : "not fused")}");

    /// <summary>What one core can do.</summary>
    public static ReportTable Of(QuickResult result)
    {
        MachineLimits limits = result.Limits;
        return new(
            "What one core of this machine can do",
            ["limit", "measured"],
            [
                .. limits.Reads.Select(static read => (IReadOnlyList<string>)[Label(read), $"{NumberText.Tenths(read.GigabytesPerSecond)} GB/s"]),
                ["multiply-adds, independent", $"{NumberText.Tenths(limits.PeakGigaflops)} GFLOP/s"],
                ["multiply-add, dependent", $"{NumberText.Ratio(limits.DependentMultiplyAddNanoseconds)} ns = {NumberText.Tenths(limits.DependentMultiplyAddCycles)} cycles"],
                ["clock", $"{NumberText.Ratio(limits.ClockGigahertz)} GHz"],
            ]);
    }

    private static string Label(ReadBandwidth read) =>
        string.Create(CultureInfo.InvariantCulture, $"plain read of {read.Bytes >> 10:N0} KiB ({read.Level})");
}
