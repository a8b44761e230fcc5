using GhostGen.Bench.Contenders;
using GhostGen.Bench.Quick;
using GhostGen.Modeling;

namespace GhostGen.Bench.Reports;

/// <summary>Plots a result: time of a step against size, all contenders, the plain read as the roof.</summary>
internal static class ShapePlot
{
    /// <summary>The plot as SVG. Sizes stand side by side, small networks left: many of them share a hidden size and differ in their input.</summary>
    public static string Text(QuickResult result)
    {
        ShapeResult[] shapes = [.. result.Shapes.Where(static shape => shape.Kind == GruShape.KindName).OrderBy(static shape => shape.Parameters)];
        if (shapes.Length == 0)
        {
            shapes = [.. result.Shapes.OrderBy(static shape => shape.Parameters)];
        }

        double? Time(ShapeResult? shape, string contender) => shape is null ? null : result.Time(shape, contender);
        PlotSeries Line(string name, string contender, string color, PlotLine line = PlotLine.Contender) =>
            new(name, color, line, [.. shapes.Select(shape => Time(shape, contender))]);
        PlotSeries ghosts = new("generated, ghost_gru", "#009e73", PlotLine.Contender, [.. shapes.Select(shape => Time(Ghost(result, shape), ContenderNames.GeneratedStep))]);

        // Colours that people with any kind of colour vision tell apart (Okabe and Ito).
        PlotSeries[] all =
        [
            Line("reference", ContenderNames.Reference, "#999999"),
            Line("TorchSharp", ContenderNames.TorchSharp, "#d55e00"),
            Line("ONNX Runtime", ContenderNames.OnnxRuntime, "#cc79a7"),
            Line("TensorPrimitives", ContenderNames.TensorPrimitives, "#e69f00"),
            Line("generic", ContenderNames.Generic, "#56b4e9"),
            Line("generated", ContenderNames.GeneratedStep, "#0072b2"),
            .. Precisions(shapes).Select(precision => Line($"generated, {precision}", ContenderNames.PrecisionStep(precision), "#0072b2", PlotLine.Variant)),
            ghosts,
            Line("plain read", ContenderNames.PlainRead, "#000000", PlotLine.Limit),
        ];
        return SvgPlot.Text(
            $"One step of a {shapes[0].Kind}, {(result.Mode == QuickResult.Hot ? "weights in cache" : "4 MB read between steps")}: {result.Machine.Processor}",
            [.. shapes.Select(static shape => shape.Sizes)],
            [.. all.Where(static line => line.Values.Any(static value => value > 0)).Select(static line => line with { Values = [.. line.Values.Select(static value => value > 0 ? value : null)] })]);
    }

    private static IEnumerable<Precision> Precisions(IEnumerable<ShapeResult> shapes) =>
        shapes.SelectMany(static shape => shape.Precisions, static (_, result) => result.Precision).Distinct().Order();

    private static ShapeResult? Ghost(QuickResult result, ShapeResult plain) =>
        result.Shapes.FirstOrDefault(shape => shape != plain && shape.Kind == GhostGruShape.KindName && shape.Input == plain.Input && shape.Hidden == plain.Hidden);
}
