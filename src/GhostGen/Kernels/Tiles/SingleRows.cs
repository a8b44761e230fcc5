using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Tiles;

/// <summary>Rows of singles.</summary>
internal readonly struct SingleRows : ITileRows
{
    /// <inheritdoc/>
    public static nuint ElementsPerRow => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ITileRows.First<T>(T row) => row;
}
