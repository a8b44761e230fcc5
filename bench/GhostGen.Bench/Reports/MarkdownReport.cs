using System.Text;
using GhostGen.Bench.Quick;

namespace GhostGen.Bench.Reports;

/// <summary>A quick result as Markdown: a function of the JSON file alone.</summary>
internal static class MarkdownReport
{
    /// <summary>The text of the file.</summary>
    public static string Text(QuickResult result)
    {
        var text = new StringBuilder();
        text.Append("# Quick bench, ").Append(result.Mode).Append(" caches\n\n");
        text.Append(MachineTable.Description(result.Machine)).Append(". Measured on ").Append(result.Date).Append(".\n");
        text.Append("What the columns mean: [bench/README.md](../../README.md).\n");
        Append(text, MachineTable.Of(result));
        foreach (ReportTable table in ShapeTable.Of(result))
        {
            Append(text, table);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportTable table)
    {
        text.Append("\n## ").Append(table.Title).Append("\n\n");
        AppendRow(text, table.Headers);
        AppendRow(text, [.. table.Headers.Select(static (_, i) => i == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            AppendRow(text, row);
        }
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
