using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GhostGen.Kernels.Tiles;

/// <summary>Where the sums of a tile begin.</summary>
public static class TileBiases
{
    /// <summary>Starts the sums of every column at a panel's biases.</summary>
    /// <param name="biases">The panel's row of biases.</param>
    /// <param name="count">Its length.</param>
    /// <param name="sums">The sums of the first column.</param>
    /// <param name="sumStride">From the sums of one column to those of the next, in floats.</param>
    public static void Copy(ref float biases, int count, ref float sums, nuint sumStride)
    {
        ReadOnlySpan<float> row = MemoryMarshal.CreateReadOnlySpan(ref biases, count);
        for (nuint column = 0; column < Tile.Columns; column++)
        {
            row.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref sums, column * sumStride), count));
        }
    }
}
