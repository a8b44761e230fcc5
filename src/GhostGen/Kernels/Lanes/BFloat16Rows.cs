using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Lanes;

/// <summary>Rows of pairs, one for every two columns: see <see cref="BFloat16Pairs"/>.</summary>
internal readonly struct BFloat16Rows : IWeightRows
{
    /// <inheritdoc/>
    public static int ColumnsPerRow => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T IWeightRows.Column<T>(ref float weights, int column)
    {
        T row = T.Load(ref Unsafe.Add(ref weights, column / 2 * T.Count));
        return column % 2 == 0 ? T.First(row) : T.Second(row);
    }
}
