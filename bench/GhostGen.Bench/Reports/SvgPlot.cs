using System.Globalization;
using System.Net;
using System.Text;

namespace GhostGen.Bench.Reports;

/// <summary>Draws nanoseconds over categories, on a logarithmic scale, as SVG: text that can be committed and compared.</summary>
internal static class SvgPlot
{
    private const int Width = 1000;
    private const int Height = 560;
    private const int Left = 70;
    private const int Right = 190;
    private const int Top = 50;
    private const int Bottom = 80;
    private const int LegendLine = 22;

    /// <summary>The plot.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="categories">The names along the horizontal axis; at least one.</param>
    /// <param name="series">The lines; at least one with a value.</param>
    public static string Text(string title, IReadOnlyList<string> categories, IReadOnlyList<PlotSeries> series)
    {
        double[] values = [.. series.SelectMany(static line => line.Values).OfType<double>()];
        int lowest = (int)Math.Floor(Math.Log10(values.Min()));
        int highest = Math.Max(lowest + 1, (int)Math.Ceiling(Math.Log10(values.Max())));
        double X(int category) => Left + ((category + 0.5) * (Width - Left - Right) / categories.Count);
        double Y(double value) => Height - Bottom - ((Math.Log10(value) - lowest) / (highest - lowest) * (Height - Top - Bottom));

        var text = new StringBuilder();
        Append(text, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Append(text, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        Append(text, $"<text x=\"{Left}\" y=\"{Top - 20}\" font-size=\"16\">{WebUtility.HtmlEncode(title)}</text>");
        for (int decade = lowest; decade <= highest; decade++)
        {
            double y = Y(Math.Pow(10, decade));
            Append(text, $"<path d=\"M{Left} {y:F1}H{Width - Right}\" stroke=\"#ccc\"/>");
            Append(text, $"<text x=\"{Left - 8}\" y=\"{y + 4:F1}\" text-anchor=\"end\">{Duration(decade)}</text>");
        }

        for (int i = 0; i < categories.Count; i++)
        {
            Append(text, $"<text transform=\"translate({X(i) + 4:F1} {Height - Bottom + 14}) rotate(-45)\" text-anchor=\"end\">{WebUtility.HtmlEncode(categories[i])}</text>");
        }

        for (int i = 0; i < series.Count; i++)
        {
            PlotSeries line = series[i];
            (double X, double Y)[] points = [.. Enumerable.Range(0, categories.Count).Where(k => line.Values[k] is not null).Select(k => (X(k), Y(line.Values[k]!.Value)))];
            Draw(text, line, points);
            double y = Top + (LegendLine * i);
            Draw(text, line, [(Width - Right + 15, y), (Width - Right + 45, y)]);
            Append(text, $"<text x=\"{Width - Right + 53}\" y=\"{y + 4}\">{WebUtility.HtmlEncode(line.Name)}</text>");
        }

        Append(text, $"</svg>");
        return text.ToString();
    }

    private static void Draw(StringBuilder text, PlotSeries line, (double X, double Y)[] points)
    {
        string path = string.Join(' ', points.Select(static point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}")));
        string dashes = line.Dashed ? " stroke-dasharray=\"6 4\"" : string.Empty;
        Append(text, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{line.Color}\" stroke-width=\"2\"{dashes}/>");
        foreach ((double x, double y) in line.Dashed ? [] : points)
        {
            Append(text, $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"3\" fill=\"{line.Color}\"/>");
        }
    }

    /// <summary>A power of ten nanoseconds in the unit that people would use.</summary>
    private static string Duration(int decade)
    {
        string unit = decade < 3 ? "ns" : decade < 6 ? "µs" : decade < 9 ? "ms" : "s";
        int within = decade < 0 ? decade : decade - (Math.Min(decade / 3, 3) * 3);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, within)} {unit}");
    }

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
