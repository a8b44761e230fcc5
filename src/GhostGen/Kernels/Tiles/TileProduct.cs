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

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void EightColumns<T, TRows>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        ref float column0 = ref source;
        ref float column1 = ref Unsafe.Add(ref column0, columnStride);
        ref float column2 = ref Unsafe.Add(ref column1, columnStride);
        ref float column3 = ref Unsafe.Add(ref column2, columnStride);
        ref float column4 = ref Unsafe.Add(ref column3, columnStride);
        ref float column5 = ref Unsafe.Add(ref column4, columnStride);
        ref float column6 = ref Unsafe.Add(ref column5, columnStride);
        ref float column7 = ref Unsafe.Add(ref column6, columnStride);
        T sum0 = T.Load(ref sums);
        T sum1 = T.Load(ref Unsafe.Add(ref sums, sumStride));
        T sum2 = T.Load(ref Unsafe.Add(ref sums, 2 * sumStride));
        T sum3 = T.Load(ref Unsafe.Add(ref sums, 3 * sumStride));
        T sum4 = T.Load(ref Unsafe.Add(ref sums, 4 * sumStride));
        T sum5 = T.Load(ref Unsafe.Add(ref sums, 5 * sumStride));
        T sum6 = T.Load(ref Unsafe.Add(ref sums, 6 * sumStride));
        T sum7 = T.Load(ref Unsafe.Add(ref sums, 7 * sumStride));
        for (nuint k = 0; k < elements; k += (nuint)TRows.ColumnsPerRow)
        {
            T row = T.Load(ref weights);
            T first = TRows.First(row);
            sum0 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column0, k)), sum0);
            sum1 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column1, k)), sum1);
            sum2 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column2, k)), sum2);
            sum3 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column3, k)), sum3);
            sum4 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column4, k)), sum4);
            sum5 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column5, k)), sum5);
            sum6 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column6, k)), sum6);
            sum7 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column7, k)), sum7);
            if (TRows.ColumnsPerRow == 2 && k + 1 < elements)
            {
                T second = T.Second(row);
                sum0 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column0, k + 1)), sum0);
                sum1 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column1, k + 1)), sum1);
                sum2 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column2, k + 1)), sum2);
                sum3 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column3, k + 1)), sum3);
                sum4 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column4, k + 1)), sum4);
                sum5 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column5, k + 1)), sum5);
                sum6 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column6, k + 1)), sum6);
                sum7 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column7, k + 1)), sum7);
            }

            weights = ref Unsafe.Add(ref weights, rowStride);
        }

        sum0.Store(ref sums);
        sum1.Store(ref Unsafe.Add(ref sums, sumStride));
        sum2.Store(ref Unsafe.Add(ref sums, 2 * sumStride));
        sum3.Store(ref Unsafe.Add(ref sums, 3 * sumStride));
        sum4.Store(ref Unsafe.Add(ref sums, 4 * sumStride));
        sum5.Store(ref Unsafe.Add(ref sums, 5 * sumStride));
        sum6.Store(ref Unsafe.Add(ref sums, 6 * sumStride));
        sum7.Store(ref Unsafe.Add(ref sums, 7 * sumStride));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FourColumns<T, TRows>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        ref float column0 = ref source;
        ref float column1 = ref Unsafe.Add(ref column0, columnStride);
        ref float column2 = ref Unsafe.Add(ref column1, columnStride);
        ref float column3 = ref Unsafe.Add(ref column2, columnStride);
        T sum0 = T.Load(ref sums);
        T sum1 = T.Load(ref Unsafe.Add(ref sums, sumStride));
        T sum2 = T.Load(ref Unsafe.Add(ref sums, 2 * sumStride));
        T sum3 = T.Load(ref Unsafe.Add(ref sums, 3 * sumStride));
        for (nuint k = 0; k < elements; k += (nuint)TRows.ColumnsPerRow)
        {
            T row = T.Load(ref weights);
            T first = TRows.First(row);
            sum0 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column0, k)), sum0);
            sum1 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column1, k)), sum1);
            sum2 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column2, k)), sum2);
            sum3 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column3, k)), sum3);
            if (TRows.ColumnsPerRow == 2 && k + 1 < elements)
            {
                T second = T.Second(row);
                sum0 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column0, k + 1)), sum0);
                sum1 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column1, k + 1)), sum1);
                sum2 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column2, k + 1)), sum2);
                sum3 = T.MultiplyAdd(second, T.Broadcast(Unsafe.Add(ref column3, k + 1)), sum3);
            }

            weights = ref Unsafe.Add(ref weights, rowStride);
        }

        sum0.Store(ref sums);
        sum1.Store(ref Unsafe.Add(ref sums, sumStride));
        sum2.Store(ref Unsafe.Add(ref sums, 2 * sumStride));
        sum3.Store(ref Unsafe.Add(ref sums, 3 * sumStride));
    }
}
