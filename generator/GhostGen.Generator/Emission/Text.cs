using System.Globalization;
using System.Text;

namespace GhostGen.Generator.Emission;

/// <summary>Makes C# out of values, and keeps hostile text from becoming code.</summary>
internal static class Text
{
    /// <summary>Formats with the invariant culture.</summary>
    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count as people read it: <c>24,320</c>.</summary>
    internal static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of bytes as people read it.</summary>
    internal static string Bytes(long bytes) => bytes < 1024
        ? Invariant($"{bytes} bytes")
        : bytes < 1024 * 1024 ? Invariant($"{bytes / 1024.0:0.#} KiB") : Invariant($"{bytes / (1024.0 * 1024.0):0.##} MiB");

    /// <summary><c>1 panel</c>, <c>2 panels</c>, <c>2 passes</c>.</summary>
    internal static string Plural(int count, string noun) =>
        Count(count) + " " + noun + (count == 1 ? "" : noun.EndsWith("s", StringComparison.Ordinal) ? "es" : "s");

    /// <summary>A string literal.</summary>
    internal static string Literal(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in value)
        {
            AppendEscaped(literal, c);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Appends one UTF-16 unit of a string literal.</summary>
    internal static void AppendEscaped(StringBuilder literal, char c)
    {
        switch (c)
        {
            case '"':
                literal.Append("\\\"");
                break;
            case '\\':
                literal.Append("\\\\");
                break;
            case >= ' ' and <= '~':
                literal.Append(c);
                break;
            default:
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>Text for a comment: anything that could end the line, or the comment, is escaped.</summary>
    internal static string Comment(string value)
    {
        var comment = new StringBuilder();
        foreach (char c in value)
        {
            // Letters of other languages are left to be read; no letter ends a line.
            if (char.IsLetterOrDigit(c))
            {
                comment.Append(c);
            }
            else
            {
                AppendEscaped(comment, c);
            }
        }

        return comment.ToString();
    }

    /// <summary>Text for an XML documentation comment.</summary>
    internal static string Documentation(string value) => Comment(value).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A single-precision literal that reads back as the same bits.</summary>
    internal static string Number(float value) => IsNegativeZero(value) ? "-0f" : value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    // .NET Framework, on which some editors run the compiler, writes both zeros alike.
    private static bool IsNegativeZero(float value) => value == 0 && float.IsNegativeInfinity(1 / value);

    /// <summary>A double-precision literal that reads back as the same bits.</summary>
    internal static string Number(double value) => value.ToString("G17", CultureInfo.InvariantCulture) + "d";
}
