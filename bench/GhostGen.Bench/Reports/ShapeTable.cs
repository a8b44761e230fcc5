using GhostGen.Bench.Contenders;
using GhostGen.Bench.Quick;
using GhostGen.Measuring.Timing;
using GhostGen.Modeling;

namespace GhostGen.Bench.Reports;

/// <summary>Lays the measurements of models out as tables, one per kind of layer.</summary>
internal static class ShapeTable
{
    private const double BytesPerKibibyte = 1024;

    /// <summary>The tables of a result: plain layers, then ghost layers. A kind without models has none.</summary>
    public static IEnumerable<ReportTable> Of(QuickResult result)
    {
        bool hot = result.Mode == QuickResult.Hot;
        foreach (IGrouping<string, ShapeResult> kind in result.Shapes.GroupBy(static shape => shape.Kind))
        {
            List<Column> columns = [.. Columns(result, kind.Key, hot).Where(column => kind.Any(shape => column.Text(shape) != NumberText.None))];
            string caches = hot ? "weights in cache, minimum" : "4 MB read between steps, median";
            yield return new(
                $"{kind.Key}{(kind.Key == GhostGruShape.KindName ? ", ratio 2" : string.Empty)}: nanoseconds per step, {caches}; other contenders as multiples of Step",
                [.. columns.Select(static column => column.Header)],
                [.. kind.Select(shape => (IReadOnlyList<string>)[.. columns.Select(column => column.Text(shape))])]);
        }
    }

    private static IEnumerable<Column> Columns(QuickResult result, string kind, bool hot)
    {
        double? Ratio(ShapeResult shape, string contender, string to) => result.Time(shape, contender) / result.Time(shape, to);

        yield return new("in → hidden", static shape => shape.Sizes);
        yield return new("KiB", static shape => NumberText.Tenths(shape.WeightBytes / BytesPerKibibyte));
        yield return new("Step", shape => NumberText.Nanoseconds(result.Time(shape, ContenderNames.GeneratedStep)));
        if (hot)
        {
            yield return new("median", static shape => NumberText.Nanoseconds(shape.Of(ContenderNames.GeneratedStep)?.Median));
        }

        yield return new("read", shape => NumberText.Nanoseconds(result.Time(shape, ContenderNames.PlainRead)));
        yield return new("Step/read", shape => NumberText.Ratio(Ratio(shape, ContenderNames.GeneratedStep, ContenderNames.PlainRead)));
        yield return new("GB/s", shape => NumberText.Whole(shape.WeightBytes / result.Time(shape, ContenderNames.GeneratedStep)));
        yield return new("Run", shape => NumberText.Nanoseconds(result.Time(shape, ContenderNames.GeneratedRun)));
        yield return new("Run/FMA", shape => NumberText.Whole(Ratio(shape, ContenderNames.GeneratedRun, ContenderNames.DependentMultiplyAdd)));
        yield return new("Step/Run", shape => NumberText.Ratio(Ratio(shape, ContenderNames.GeneratedStep, ContenderNames.GeneratedRun)));
        yield return new("batch", shape => NumberText.Nanoseconds(result.Time(shape, ContenderNames.GeneratedBatch)));
        yield return new("of peak", shape => NumberText.Percent(OfPeak(shape)));
        yield return new("fast", shape => NumberText.Nanoseconds(result.Time(shape, ContenderNames.FastRun)));
        yield return new("fast/FMA", shape => NumberText.Whole(Ratio(shape, ContenderNames.FastRun, ContenderNames.DependentMultiplyAdd)));
        foreach (string contender in (string[])[ContenderNames.Generic, ContenderNames.TensorPrimitives, ContenderNames.OnnxRuntime, ContenderNames.TorchSharp, ContenderNames.Reference])
        {
            yield return new(contender, shape => NumberText.Ratio(Ratio(shape, contender, ContenderNames.GeneratedStep)));
        }

        if (kind == GhostGruShape.KindName)
        {
            yield return new("gru/ghost", shape => NumberText.Ratio(Plain(result, shape) is { } plain ? result.Time(plain, ContenderNames.GeneratedStep) / result.Time(shape, ContenderNames.GeneratedStep) : null));
        }

        yield return new("allocated", static shape => NumberText.Whole(Allocated(shape)));
    }

    /// <summary>The share of the core's multiply-adds that a batch does: those of the layer's formula, without what fills vectors up.</summary>
    private static double? OfPeak(ShapeResult shape) =>
        shape.Of(ContenderNames.GeneratedBatch) is { } batch && shape.Of(ContenderNames.PeakMultiplyAdds) is { } peak
            ? shape.MultiplyAdds * peak.Minimum / ArithmeticWork.LanesPerStep / batch.Minimum
            : null;

    private static ShapeResult? Plain(QuickResult result, ShapeResult ghost) =>
        result.Shapes.FirstOrDefault(shape => shape.Kind == GruShape.KindName && shape.Input == ghost.Input && shape.Hidden == ghost.Hidden);

    private static double Allocated(ShapeResult shape) =>
        shape.Timings.Where(static timing => timing.Contender is ContenderNames.GeneratedStep or ContenderNames.GeneratedRun).Max(static timing => timing.AllocatedBytes);

    private sealed record Column(string Header, Func<ShapeResult, string> Text);
}
