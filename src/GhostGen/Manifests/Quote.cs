using System.Globalization;
using System.Text;

namespace GhostGen.Manifests;

/// <summary>Repeats texts from a file in messages, however long or strange they are.</summary>
internal static class Quote
{
    /// <summary>The text in single quotes, shortened, and without anything that would break a line.</summary>
    public static string Of(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (char character in text.Length <= ManifestLimits.LongestQuote ? text : text.Substring(0, ManifestLimits.LongestQuote))
        {
            if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029')
            {
                quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append(text.Length <= ManifestLimits.LongestQuote ? "'" : "...'").ToString();
    }

    /// <summary>Several names: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "none",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}",
    };
}
