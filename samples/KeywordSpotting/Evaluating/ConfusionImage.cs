using System.Globalization;
using System.Text;
using GhostGen.Samples.KeywordSpotting.Screens;

namespace GhostGen.Samples.KeywordSpotting.Evaluating;

/// <summary>A confusion matrix as an image: a field for each pair of labels, the darker the larger its share of the row.</summary>
internal static class ConfusionImage
{
    private const int Field = 48;
    private const int Left = 112;
    private const int Top = 130;
    private const int Right = 84;
    private const int Bottom = 36;
    private const string Ink = "#1b2733";
    private const string Faint = "#5d6b78";

    /// <summary>Above this share of its row a field is so dark that its number is white.</summary>
    private const double Dark = 0.5;

    /// <summary>Writes it as SVG. It is written beside its place and then moved there.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, ConfusionMatrix matrix, string title, string subtitle)
    {
        string temporary = $"{Path.GetFullPath(path)}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllText(temporary, Svg(matrix, title, subtitle));
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Its text.</summary>
    public static string Svg(ConfusionMatrix matrix, string title, string subtitle)
    {
        int labels = matrix.Labels.Count;
        int side = labels * Field;
        int width = Left + side + Right;
        int height = Top + side + Bottom;
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="'DejaVu Sans', 'Segoe UI', Helvetica, Arial, sans-serif">""");
        Add(svg, $"""<rect width="{width}" height="{height}" fill="#ffffff"/>""");
        Text(svg, 24, 38, title, size: 20, anchor: "start", weight: "bold");
        Text(svg, 24, 62, subtitle, size: 13, anchor: "start", color: Faint);
        Text(svg, Left + (side / 2), Top - 34, "taken for", size: 12, color: Faint);
        Text(svg, Left + side + (Right / 2), Top - 12, "recall", size: 12, color: Faint);
        Add(svg, $"""<text transform="translate(22 {Top + (side / 2)}) rotate(-90)" font-size="12" text-anchor="middle" fill="{Faint}">spoken</text>""");
        for (int actual = 0; actual < labels; actual++)
        {
            int middle = Top + (actual * Field) + (Field / 2) + 4;
            Text(svg, Left - 10, middle, matrix.Labels[actual], size: 13, anchor: "end");
            Text(svg, Left + (actual * Field) + (Field / 2), Top - 12, matrix.Labels[actual], size: 11);
            Text(svg, Left + side + (Right / 2), middle, matrix.Recall(actual) is { } recall ? Numbers.Percent(recall) : "-", size: 13);
            for (int predicted = 0; predicted < labels; predicted++)
            {
                AddField(svg, matrix, actual, predicted);
            }
        }

        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private static void AddField(StringBuilder svg, ConfusionMatrix matrix, int actual, int predicted)
    {
        int count = matrix[actual, predicted];
        double share = count == 0 ? 0 : (double)count / matrix.ClipsOf(actual);
        int x = Left + (predicted * Field);
        int y = Top + (actual * Field);
        string tip = $"{matrix.Labels[actual]} taken for {matrix.Labels[predicted]}: {Numbers.Count(count)} of {Numbers.Count(matrix.ClipsOf(actual))}";
        Add(svg, $"""<rect x="{x + 1}" y="{y + 1}" width="{Field - 2}" height="{Field - 2}" rx="4" fill="{Shade(share, actual == predicted)}"><title>{Escaped(tip)}</title></rect>""");
        if (count > 0)
        {
            Text(svg, x + (Field / 2), y + (Field / 2) + 5, Numbers.Count(count), size: 14, color: share > Dark ? "#ffffff" : Ink);
        }
    }

    /// <summary>Blue for what is right, orange for what is wrong. The square root lets single mistakes be seen.</summary>
    private static string Shade(double share, bool isRight)
    {
        (int Red, int Green, int Blue) full = isRight ? (21, 94, 149) : (214, 84, 20);
        double amount = isRight ? share : Math.Sqrt(share);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(full.Red):x2}{Mix(full.Green):x2}{Mix(full.Blue):x2}");

        int Mix(int color) => (int)Math.Round(243 + (amount * (color - 243)));
    }

    private static void Text(StringBuilder svg, int x, int y, string text, int size, string anchor = "middle", string color = Ink, string weight = "normal") =>
        Add(svg, $"""<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{color}" font-weight="{weight}">{Escaped(text)}</text>""");

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
