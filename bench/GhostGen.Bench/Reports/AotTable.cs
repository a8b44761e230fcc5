using GhostGen.Bench.Aot;
using GhostGen.Modeling;

namespace GhostGen.Bench.Reports;

/// <summary>Lays out how builds compare as tables, one per kind of layer.</summary>
internal static class AotTable
{
    private static readonly string[] headers = ["in → hidden", "JIT 256", "AOT v3", "v3/JIT", "AOT default", "default/v3", "JIT 512", "AOT native", "native/JIT"];

    /// <summary>The tables of a result.</summary>
    public static IEnumerable<ReportTable> Of(AotResult result)
    {
        foreach (IGrouping<string, AotTimes> kind in result.Models.GroupBy(static model => model.Kind))
        {
            string ratio = kind.Key == GhostGruShape.KindName ? ", ratio 2" : string.Empty;
            yield return new(
                FormattableString.Invariant($"{kind.Key}{ratio}: nanoseconds per step, minimum of {result.Processes} processes; * where above {AotResult.LargestRatioToJit:F2} or {AotResult.LargestRatioOfDefault:F2}"),
                headers,
                [.. kind.Select(Row)]);
        }
    }

    private static IReadOnlyList<string> Row(AotTimes model) =>
    [
        FormattableString.Invariant($"{model.Input} → {model.Hidden}"),
        NumberText.Nanoseconds(model.Of(StepsVariant.Jit256)),
        NumberText.Nanoseconds(model.Of(StepsVariant.Version3)),
        NumberText.Marked(model.Ratio(StepsVariant.Version3, to: StepsVariant.Jit256), AotResult.LargestRatioToJit),
        NumberText.Nanoseconds(model.Of(StepsVariant.Default)),
        NumberText.Marked(model.Ratio(StepsVariant.Default, to: StepsVariant.Version3), AotResult.LargestRatioOfDefault),
        NumberText.Nanoseconds(model.Of(StepsVariant.Jit512)),
        NumberText.Nanoseconds(model.Of(StepsVariant.Native)),
        NumberText.Marked(model.Ratio(StepsVariant.Native, to: StepsVariant.Jit512), AotResult.LargestRatioToJit),
    ];
}
