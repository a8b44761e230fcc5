using GhostGen.Bench.Quick;
using Spectre.Console;

namespace GhostGen.Bench.Reports;

/// <summary>A quick result as tables on the terminal.</summary>
internal static class ConsoleReport
{
    /// <summary>Writes the whole result.</summary>
    public static void Write(IAnsiConsole console, QuickResult result)
    {
        console.WriteLine(MachineTable.Description(result.Machine));
        Write(console, MachineTable.Of(result));
        foreach (ReportTable table in ShapeTable.Of(result))
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
