using System.Runtime.CompilerServices;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Kernels.Tiles;

/// <summary>
/// The product of a panel's rows with a tile. What a step does with one vector is done with all columns of the tile at once: each weight
/// is loaded once, and multiplied by one element of every column.
/// </summary>
/// <remarks>
/// Each sum takes its products in ascending order, one multiply-add each, as a step does, so the bits are a step's. Nothing here knows a
/// model: sizes are arguments, because a loop of hundreds of rows gains nothing from constants.
/// </remarks>
public static class TileProduct
{
    /// <summary>Adds rows times elements to the sums of all columns of a tile.</summary>
    /// <param name="lanes">The lanes of a vector: 16, 8 or 4.</param>
    /// <param name="vectors">The neighbouring vectors of a row that are taken, and the neighbouring sums that they belong to.</param>
    /// <param name="weights">The first vector of the first row.</param>
    /// <param name="rowStride">From one row to the next, in floats.</param>
    /// <param name="elements">The number of rows, and of elements of each column.</param>
    /// <param name="source">The first element of the first column.</param>
    /// <param name="columnStride">From one column to the next, in floats.</param>
    /// <param name="sums">The first sum of the first column.</param>
    /// <param name="sumStride">From the sums of one column to those of the next, in floats.</param>
    public static void Add(int lanes, int vectors, ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride) =>
        Add<SingleRows>(lanes, vectors, ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);

    /// <summary>The same for rows that serve two elements each: see <see cref="BFloat16Pairs"/>.</summary>
    /// <param name="lanes">The lanes of a vector: 16, 8 or 4.</param>
    /// <param name="vectors">The neighbouring vectors of a row that are taken, and the neighbouring sums that they belong to.</param>
    /// <param name="weights">The first vector of the first row.</param>
    /// <param name="rowStride">From one row to the next, in lanes.</param>
    /// <param name="elements">The number of elements of each column; the last row serves one where it is odd.</param>
    /// <param name="source">The first element of the first column.</param>
    /// <param name="columnStride">From one column to the next, in floats.</param>
    /// <param name="sums">The first sum of the first column.</param>
    /// <param name="sumStride">From the sums of one column to those of the next, in floats.</param>
    public static void AddPairs(int lanes, int vectors, ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride) =>
        Add<BFloat16Rows>(lanes, vectors, ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);

    private static void Add<TRows>(int lanes, int vectors, ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where TRows : struct, IWeightRows
    {
        switch (lanes)
        {
            case 16:
                AddWide<Lanes16, TRows>(vectors, ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
                break;
            case 8:
                AddNarrow<Lanes8, TRows>(vectors, ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
                break;
            default:
                if (Scalar.IsFused)
                {
                    AddNarrow<Lanes4, TRows>(vectors, ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
                }
                else
                {
                    AddUnfused<Lanes4, TRows>(vectors, ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
                }

                break;
        }
    }

    /// <summary>32 registers: up to three vectors times eight columns.</summary>
    private static void AddWide<T, TRows>(int vectors, ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        for (; vectors >= 3; vectors -= 3)
        {
            EightColumns<Triple<T>, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
            weights = ref Unsafe.Add(ref weights, 3 * T.Count);
            sums = ref Unsafe.Add(ref sums, 3 * T.Count);
        }

        if (vectors == 2)
        {
            EightColumns<Pair<T>, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
        else if (vectors == 1)
        {
            EightColumns<T, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
    }

    /// <summary>16 registers: up to three vectors times four columns.</summary>
    private static void AddNarrow<T, TRows>(int vectors, ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        for (; vectors >= 3; vectors -= 3)
        {
            TwiceFourColumns<Triple<T>, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
            weights = ref Unsafe.Add(ref weights, 3 * T.Count);
            sums = ref Unsafe.Add(ref sums, 3 * T.Count);
        }

        if (vectors == 2)
        {
            TwiceFourColumns<Pair<T>, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
        else if (vectors == 1)
        {
            TwiceFourColumns<T, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
    }

    /// <summary>16 registers, of which one takes each product before it is added: two vectors times four columns, or one times eight.</summary>
    private static void AddUnfused<T, TRows>(int vectors, ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        for (; vectors >= 2; vectors -= 2)
        {
            TwiceFourColumns<Pair<T>, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
            weights = ref Unsafe.Add(ref weights, 2 * T.Count);
            sums = ref Unsafe.Add(ref sums, 2 * T.Count);
        }

        if (vectors == 1)
        {
            EightColumns<T, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
    }

    private static void TwiceFourColumns<T, TRows>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        FourColumns<T, TRows>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        FourColumns<T, TRows>(ref weights, rowStride, elements, ref Unsafe.Add(ref source, 4 * columnStride), columnStride, ref Unsafe.Add(ref sums, 4 * sumStride), sumStride);
    }

    /// <summary>A kernel for each form of rows: with both in one method those of singles took 1.05 times as long (Zen 5, 512 bits).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightColumns<T, TRows>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        if (TRows.ColumnsPerRow == 1)
        {
            SingleColumns.EightColumns<T>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
        else
        {
            PairColumns.EightColumns<T>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourColumns<T, TRows>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        if (TRows.ColumnsPerRow == 1)
        {
            SingleColumns.FourColumns<T>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
        else
        {
            PairColumns.FourColumns<T>(ref weights, rowStride, elements, ref source, columnStride, ref sums, sumStride);
        }
    }
}
