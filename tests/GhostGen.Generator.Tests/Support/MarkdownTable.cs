namespace GhostGen.Generator.Tests.Support;

/// <summary>A table that can be read as it is written: columns are as wide as their widest cell.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row.</summary>
    internal void Add(params string[] cells) => rows.Add(cells);

    /// <inheritdoc/>
    public override string ToString()
    {
        int[] widths = [.. headings.Select((heading, i) => rows.Append(headings).Max(row => row[i].Length))];
        string Line(string[] cells) => $"| {string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i])))} |\n";
        return Line(headings) + Line([.. widths.Select(static width => new string('-', width))]) + string.Concat(rows.Select(Line));
    }
}
