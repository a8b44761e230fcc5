using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace GhostGen.Bench.Reports;

/// <summary>Lines over categories with a logarithmic axis of nanoseconds, as SVG.</summary>
internal static class SvgPlot
{
    private const int Width = 1200;
    private const int Height = 640;
    private const float LabelAngle = -45;

    private static readonly MarkerShape[] variantMarkers = [MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp, MarkerShape.OpenDiamond, MarkerShape.OpenCircle];

    /// <summary>The text of the file.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="categories">What stands below, left to right.</param>
    /// <param name="series">The lines; a value in nanoseconds for each category, or none.</param>
    public static string Text(string title, IReadOnlyList<string> categories, IReadOnlyList<PlotSeries> series)
    {
        using var plot = new Plot();
        plot.Title(title);
        int variants = 0;
        foreach (PlotSeries line in series)
        {
            (double X, double Y)[] points = [.. line.Values.Select(static (value, i) => (X: (double)i, Value: value)).Where(static point => point.Value is not null).Select(static point => (point.X, Math.Log10(point.Value!.Value)))];
            ScottPlot.Plottables.Scatter scatter = plot.Add.Scatter(points.Select(static point => point.X).ToArray(), points.Select(static point => point.Y).ToArray(), Color.FromHex(line.Color));
            scatter.LegendText = line.Name;
            scatter.LineWidth = 2;
            scatter.MarkerSize = line.Line == PlotLine.Limit ? 0 : 7;
            scatter.MarkerShape = line.Line == PlotLine.Variant ? variantMarkers[variants++ % variantMarkers.Length] : MarkerShape.FilledCircle;
            scatter.LinePattern = line.Line switch
            {
                PlotLine.Variant => LinePattern.Dotted,
                PlotLine.Limit => LinePattern.Dashed,
                _ => LinePattern.Solid,
            };
        }

        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = Decade };
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. categories.Select(static (_, i) => (double)i)], [.. categories]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = LabelAngle;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.Axes.Bottom.MinimumSize = 80;
        plot.ShowLegend(Edge.Right);
        return plot.GetSvgXml(Width, Height).ReplaceLineEndings("\n");
    }

    /// <summary>A power of ten of nanoseconds, as people read it.</summary>
    private static string Decade(double exponent) => exponent switch
    {
        < 3 => Scaled(exponent, "ns"),
        < 6 => Scaled(exponent - 3, "µs"),
        _ => Scaled(exponent - 6, "ms"),
    };

    private static string Scaled(double exponent, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, exponent):0.###} {unit}");
}
