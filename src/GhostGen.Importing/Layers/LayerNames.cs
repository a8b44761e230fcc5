using GhostGen.Modeling;

namespace GhostGen.Importing.Layers;

/// <summary>Names of layers in models, made of names in sources.</summary>
internal static class LayerNames
{
    /// <summary>The source's name with an underscore for everything that a layer's name cannot have, or a default where nothing is left.</summary>
    /// <param name="from">The source's name.</param>
    /// <param name="otherwise">The default.</param>
    public static string Of(string from, string otherwise)
    {
        string name = string.Concat(from.Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        if (name.Length > LayerName.LongestName)
        {
            // The end tells layers apart: prefixes are those of the modules around them.
            name = name[^LayerName.LongestName..];
        }

        return LayerName.IsValid(name) ? name : LayerName.IsValid("_" + name) && name.Length > 0 ? "_" + name : otherwise;
    }
}
