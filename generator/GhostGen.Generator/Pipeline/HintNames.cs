using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GhostGen.Generator.Emission;

namespace GhostGen.Generator.Pipeline;

/// <summary>Names emitted files after their classes.</summary>
internal static class HintNames
{
    /// <summary>What the file with a class's weights has in addition to the name of the file with its step.</summary>
    internal const string WeightsSuffix = ".Weights";

    /// <summary>Longer names are cut: file systems take 255 bytes, and the compiler builds the names of file-local types from them.</summary>
    private const int LongestName = 120;

    private const int HashDigits = 16;

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

        if (name.Length > LongestName)
        {
            string hash = Hash(name.ToString());
            name.Length = LongestName - hash.Length - 1;
            name.Append('-').Append(hash);
        }

        // A class Weights within, or in a namespace like, another model would be taken for the weights of that.
        string result = name.ToString();
        return result.EndsWith(WeightsSuffix, StringComparison.OrdinalIgnoreCase) ? result + "-" : result;
    }

    /// <summary>The name itself, or with a number where names that differ only in case come before it: the compiler would take them for the same file.</summary>
    internal static string Distinct(string name, IEnumerable<string> names)
    {
        int before = names
            .Distinct(StringComparer.Ordinal)
            .Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(other, name) < 0);
        return before == 0 ? name : name + "-" + (before + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Hash(string name)
    {
        using var algorithm = SHA256.Create();
        byte[] bytes = algorithm.ComputeHash(Encoding.UTF8.GetBytes(name));
        return string.Concat(bytes.Take(HashDigits / 2).Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
