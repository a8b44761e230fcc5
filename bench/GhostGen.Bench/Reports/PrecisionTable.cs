using GhostGen.Bench.Contenders;
using GhostGen.Bench.Quick;
using GhostGen.Modeling;

namespace GhostGen.Bench.Reports;

/// <summary>Lays out what weights of less than single precision gain and cost, one table per precision and kind of layer.</summary>
internal static class PrecisionTable
{
    private const double BytesPerKibibyte = 1024;

    /// <summary>The tables of a result: the first precision's of each kind of layer, then the next one's. One without models has none.</summary>
    public static IEnumerable<ReportTable> Of(QuickResult result)
    {
        bool hot = result.Mode == QuickResult.Hot;
        string caches = hot ? "weights in cache, minimum" : "4 MB read between steps, median";
        string[] ofSequences = hot ? ["Run", "Float32/Run"] : [];
        return result.Shapes
            .SelectMany(static shape => shape.Precisions, static (shape, precision) => (Shape: shape, Precision: precision))
            .GroupBy(static row => (row.Precision.Precision, row.Shape.Kind))
            .OrderBy(static table => table.Key.Precision)
            .Select(table => new ReportTable(
                $"{table.Key.Kind}{(table.Key.Kind == GhostGruShape.KindName ? ", ratio 2" : string.Empty)}, weights of {table.Key.Precision}: nanoseconds per step, {caches}",
                ["in → hidden", "KiB", "of Float32", "Step", "GB/s", "Float32/Step", .. ofSequences, "error", "allocated"],
                [.. table.Select(row => Row(result, row.Shape, row.Precision, hot))]));
    }

    private static IReadOnlyList<string> Row(QuickResult result, ShapeResult shape, PrecisionResult precision, bool hot)
    {
        (string ofSteps, string ofRuns) = (ContenderNames.PrecisionStep(precision.Precision), ContenderNames.PrecisionRun(precision.Precision));
        double? step = result.Time(shape, ofSteps);
        double? run = result.Time(shape, ofRuns);
        string[] ofSequences = hot ? [NumberText.Nanoseconds(run), NumberText.Ratio(result.Time(shape, ContenderNames.GeneratedRun) / run)] : [];
        return
        [
            shape.Sizes,
            NumberText.Tenths(precision.WeightBytes / BytesPerKibibyte),
            NumberText.Percent((double)precision.WeightBytes / shape.WeightBytes),
            NumberText.Nanoseconds(step),
            NumberText.Whole(precision.WeightBytes / step),
            NumberText.Ratio(result.Time(shape, ContenderNames.GeneratedStep) / step),
            .. ofSequences,
            NumberText.Power(precision.LargestError),
            NumberText.Whole(shape.Timings.Where(timing => timing.Contender == ofSteps || timing.Contender == ofRuns).Max(static timing => timing.AllocatedBytes)),
        ];
    }
}
