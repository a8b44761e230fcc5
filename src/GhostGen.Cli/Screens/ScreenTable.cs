using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>A table as all screens have it.</summary>
internal sealed class ScreenTable
{
    private readonly Table table = new() { Border = TableBorder.Simple, ShowRowSeparators = false };

    /// <summary>Makes a table.</summary>
    /// <param name="headers">The columns. One that begins with &lt; holds text, aligned left; the others hold numbers.</param>
    public ScreenTable(params string[] headers)
    {
        foreach (string header in headers)
        {
            bool isText = header.StartsWith('<');
            string name = isText ? header[1..] : header;
            table.AddColumn(new TableColumn(new Markup($"[bold]{Markup.Escape(name)}[/]")) { Alignment = isText ? Justify.Left : Justify.Right, NoWrap = !isText, Padding = new Padding(0, 0, 1, 0) });
        }
    }

    /// <summary>Adds a row of plain text.</summary>
    public void Add(params string[] cells) => table.AddRow([.. cells.Select(static cell => new Text(cell))]);

    /// <summary>Adds a row of plain text that stands out: the whole of what the rows above it are parts of.</summary>
    public void AddTotal(params string[] cells) => table.AddRow([.. cells.Select(static cell => new Text(cell, new Style(decoration: Decoration.Bold)))]);

    /// <summary>Adds a row that is the heading of those below it.</summary>
    public void AddHeading(string text) =>
        table.AddRow([new Text(text, new Style(decoration: Decoration.Bold)), .. Enumerable.Repeat(new Text(""), table.Columns.Count - 1)]);

    /// <summary>Adds a row in a colour.</summary>
    public void Add(Color color, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell, new Style(color)))]);

    /// <summary>Writes the table under a title, with an empty line at its end.</summary>
    public void Write(IAnsiConsole screen, string title)
    {
        screen.Line(title, new Style(Color.Green, decoration: Decoration.Bold));
        screen.Write(table);
    }
}
