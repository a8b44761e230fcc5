using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Tiles;

/// <summary>Rows of pairs: see <see cref="BFloat16Pairs"/>.</summary>
internal readonly struct BFloat16Rows : ITileRows
{
    /// <inheritdoc/>
    public static nuint ElementsPerRow => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T ITileRows.First<T>(T row) => T.First(row);
}
