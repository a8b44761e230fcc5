using GhostGen.Bench.Quick;

namespace GhostGen.Bench.Reports;

/// <summary>The report of a quick run: what the machine can do, the models, and the same models with weights of less than single precision.</summary>
internal static class QuickReport
{
    /// <summary>Puts the result into tables.</summary>
    public static Report Of(QuickResult result) =>
        new($"Quick bench, {result.Mode} caches", result.Date, result.Machine, [MachineTable.Of(result), .. ShapeTable.Of(result), .. PrecisionTable.Of(result)]);
}
