using System.Globalization;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Evaluating;

/// <summary>A confusion matrix as a table.</summary>
internal static class ConfusionTable
{
    private const int ClipsWidth = 7;
    private const int RecallWidth = 9;

    /// <summary>Writes it: a row for each label, a column for each label that its clips were taken for.</summary>
    public static void Write(TextWriter output, ConfusionMatrix matrix, SpotterLabels labels, Ink ink)
    {
        IReadOnlyList<string> names = matrix.Labels;
        string[] headers = [.. names.Select((name, index) => index == labels.Silence ? "sil" : index == labels.Unknown ? "unk" : name)];
        int[] widths = [.. headers.Select((header, label) => 1 + Math.Max(header.Length, WidestOf(matrix, label)))];
        int nameWidth = Math.Max(names.Max(static name => name.Length), "precision".Length);
        output.WriteLine(ink.Faint(new string(' ', nameWidth) + string.Concat(headers.Select((header, label) => header.PadLeft(widths[label]))) + "clips".PadLeft(ClipsWidth) + "recall".PadLeft(RecallWidth)));
        for (int actual = 0; actual < names.Count; actual++)
        {
            output.Write(names[actual].PadRight(nameWidth));
            for (int predicted = 0; predicted < names.Count; predicted++)
            {
                output.Write(Cell(matrix[actual, predicted], widths[predicted], actual == predicted, ink));
            }

            output.WriteLine(Numbers.Count(matrix.ClipsOf(actual)).PadLeft(ClipsWidth) + Share(matrix.Recall(actual)).PadLeft(RecallWidth));
        }

        output.WriteLine(ink.Faint("precision".PadRight(nameWidth) + string.Concat(widths.Select((width, label) => WholePercent(matrix.Precision(label)).PadLeft(width))) + "  in %"));
    }

    private static string Cell(int count, int width, bool isRight, Ink ink)
    {
        string text = (count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture)).PadLeft(width);
        return count == 0 ? ink.Faint(text) : isRight ? ink.Good(text) : text;
    }

    private static int WidestOf(ConfusionMatrix matrix, int predicted) =>
        Enumerable.Range(0, matrix.Labels.Count).Max(actual => matrix[actual, predicted]).ToString(CultureInfo.InvariantCulture).Length;

    private static string Share(double? share) => share is { } value ? Numbers.Percent(value) : "-";

    private static string WholePercent(double? share) => share is { } value ? (100 * value).ToString("0", CultureInfo.InvariantCulture) : "-";
}
