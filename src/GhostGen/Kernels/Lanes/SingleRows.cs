using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Lanes;

/// <summary>Rows of singles, one for each column.</summary>
internal readonly struct SingleRows : IWeightRows
{
    /// <inheritdoc/>
    public static int ColumnsPerRow => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IWeightRows.Column<T>(ref float weights, int column) => T.Load(ref Unsafe.Add(ref weights, column * T.Count));
}
