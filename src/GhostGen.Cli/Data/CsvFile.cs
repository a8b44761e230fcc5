using System.Globalization;
using GhostGen.Importing.Arrays;

namespace GhostGen.Cli.Data;

/// <summary>Reads a table of numbers: a frame a line, with commas, semicolons, tabs or spaces between. A first line without a number is a heading.</summary>
internal static class CsvFile
{
    private static readonly char[] Separators = [',', ';', '\t', ' '];

    /// <summary>Reads the table as an array of lines and columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What to call the array.</param>
    /// <exception cref="ToolException">A line has another number of values than the first, or something that is no finite number.</exception>
    public static NamedArray Read(string path, string name)
    {
        var values = new List<float>();
        int columns = 0;
        int rows = 0;
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            string[] cells = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (cells.Length == 0 || (rows == 0 && columns == 0 && !cells.Any(static cell => TryParse(cell, out _))))
            {
                continue;
            }

            columns = rows == 0 ? cells.Length : columns;
            if (cells.Length != columns)
            {
                throw new ToolException(path, FormattableString.Invariant($"line {line} has {cells.Length} values where the lines before it have {columns}."));
            }

            foreach (string cell in cells)
            {
                values.Add(TryParse(cell, out float value) ? value : throw new ToolException(path, FormattableString.Invariant($"line {line} has '{cell}', which is no finite number.")));
            }

            rows++;
        }

        return new(name, [rows, columns], [.. values]);
    }

    private static bool TryParse(string text, out float value) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);
}
