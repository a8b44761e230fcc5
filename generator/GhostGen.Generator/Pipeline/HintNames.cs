using System.Globalization;
using System.Text;
using GhostGen.Generator.Emission;

namespace GhostGen.Generator.Pipeline;

/// <summary>Names emitted files after their classes.</summary>
internal static class HintNames
{
    /// <summary>The class's full name, without what file names, or the compiler, would not take.</summary>
    internal static string Of(UserClass userClass)
    {
        IEnumerable<string> parts = userClass.Containers
            .Select(static container => container.Substring(container.LastIndexOf(' ') + 1))
            .Append(userClass.Name);
        if (userClass.Namespace.Length > 0)
        {
            parts = parts.Prepend(userClass.Namespace);
        }

        var name = new StringBuilder();
        foreach (char c in string.Join(".", parts))
        {
            if (c is '.' or '_' || char.IsLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (c != '@')
            {
                // A combining mark, say, that an identifier may contain.
                name.Append('-').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return name.ToString();
    }

    /// <summary>The name itself, or with a number where names that differ only in case come before it: the compiler would take them for the same file.</summary>
    internal static string Distinct(string name, IEnumerable<string> names)
    {
        int before = names
            .Distinct(StringComparer.Ordinal)
            .Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(other, name) < 0);
        return before == 0 ? name : name + "-" + (before + 1).ToString(CultureInfo.InvariantCulture);
    }
}
