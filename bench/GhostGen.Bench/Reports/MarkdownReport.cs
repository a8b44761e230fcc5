using System.Text;

namespace GhostGen.Bench.Reports;

/// <summary>A report as Markdown.</summary>
internal static class MarkdownReport
{
    /// <summary>The text of the file.</summary>
    public static string Text(Report report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(report.Title).Append("\n\n");
        text.Append(MachineTable.Description(report.Machine)).Append(". Measured on ").Append(report.Date).Append(".\n");
        text.Append("What the columns mean: [bench/README.md](../../README.md).\n");
        foreach (ReportTable table in report.Tables)
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
