namespace GhostGen.Modeling;

/// <summary>What a layer may be called: a name that can stand before a dot in a model file and within an identifier in generated code.</summary>
internal static class LayerName
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 64;

    /// <summary>The rule in words.</summary>
    public const string Rule = "a layer's name is an ASCII letter or underscore and then up to 63 letters, digits or underscores";

    /// <summary>The name of a layer that has none of its own: its kind and its position among all layers, such as <c>dense1</c>.</summary>
    public static string Default(string kind, int position) => FormattableString.Invariant($"{kind}{position}");

    /// <summary>Whether a layer may have this name.</summary>
    public static bool IsValid(string? name)
    {
        if (name is null || name.Length is 0 or > LongestName || IsDigit(name[0]))
        {
            return false;
        }

        foreach (char character in name)
        {
            if (!IsDigit(character) && character is not ('_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
