using Spectre.Console;

namespace GhostGen.Bench.Reports;

/// <summary>A report as tables on the terminal.</summary>
internal static class ConsoleReport
{
    /// <summary>Wide enough for the widest table where the output is no terminal.</summary>
    private const int WidthOfFiles = 216;

    /// <summary>Writes the whole report.</summary>
    public static void Write(Report report)
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        console.WriteLine(MachineTable.Description(report.Machine));
        foreach (ReportTable table in report.Tables)
        {
            Write(console, table);
        }
    }

    private static void Write(IAnsiConsole console, ReportTable table)
    {
        var drawn = new Table { Title = new TableTitle(Markup.Escape(table.Title), new Style(decoration: Decoration.Bold)), Border = TableBorder.Rounded };
        for (int i = 0; i < table.Headers.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(table.Headers[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right };
            drawn.AddColumn(column);
        }

        foreach (IReadOnlyList<string> row in table.Rows)
        {
            drawn.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.WriteLine();
        console.Write(drawn);
    }
}
