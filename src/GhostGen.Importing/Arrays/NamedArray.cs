using System.Globalization;

namespace GhostGen.Importing.Arrays;

/// <summary>An array of single precision as a file has it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Sizes">Its sizes, outermost first; empty for a single value.</param>
/// <param name="Values">Its elements, row-major.</param>
internal sealed record NamedArray(string Name, IReadOnlyList<int> Sizes, float[] Values)
{
    /// <summary>The sizes as messages write them: <c>[3, 4]</c>.</summary>
    public string Dimensions => $"[{string.Join(", ", Sizes.Select(static size => size.ToString(CultureInfo.InvariantCulture)))}]";
}
