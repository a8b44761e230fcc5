using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Kernels.Lanes;
using GhostGen.Kernels.Tiles;
using GhostGen.Packing;

namespace GhostGen.Kernels.Sparse;

/// <summary>The product of blocks of weights with a tile: <see cref="SparseProduct"/> for eight vectors, with each weight loaded once.</summary>
/// <remarks>Sums take their products in ascending order, one multiply-add each, as a step does, so the bits are a step's.</remarks>
public static class SparseTileProduct
{
    /// <summary>Adds the blocks of a source times its elements to the sums of all columns of a tile.</summary>
    /// <param name="lanes">The lanes of a vector: 16, 8 or 4.</param>
    /// <param name="strips">The number of strips.</param>
    /// <param name="table">For each strip the number of its blocks, its columns, and for each block the place of its sums: integers.</param>
    /// <param name="weights">The weights of one block after the other.</param>
    /// <param name="source">The first element of the tile's first column.</param>
    /// <param name="columnStride">From one column of the tile to the next, in floats.</param>
    /// <param name="sums">The stage's first sum for the first column.</param>
    /// <param name="sumStride">From the sums of one column to those of the next, in floats.</param>
    public static void Add(int lanes, int strips, ref float table, ref float weights, ref float source, nuint columnStride, ref float sums, nuint sumStride) =>
        Add<SingleRows>(lanes, strips, ref table, ref weights, ref source, columnStride, ref sums, sumStride);

    /// <summary>Adds blocks of <see cref="BFloat16Pairs"/>, half as many vectors for as many columns, to the sums of all columns of a tile.</summary>
    /// <param name="lanes">The lanes of a vector: 16, 8 or 4.</param>
    /// <param name="strips">The number of strips.</param>
    /// <param name="table">For each strip the number of its blocks, its columns, and for each block the place of its sums: integers.</param>
    /// <param name="weights">The weights of one block after the other.</param>
    /// <param name="source">The first element of the tile's first column.</param>
    /// <param name="columnStride">From one column of the tile to the next, in floats.</param>
    /// <param name="sums">The stage's first sum for the first column.</param>
    /// <param name="sumStride">From the sums of one column to those of the next, in floats.</param>
    public static void AddPairs(int lanes, int strips, ref float table, ref float weights, ref float source, nuint columnStride, ref float sums, nuint sumStride) =>
        Add<BFloat16Rows>(lanes, strips, ref table, ref weights, ref source, columnStride, ref sums, sumStride);

    private static void Add<TRows>(int lanes, int strips, ref float table, ref float weights, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where TRows : struct, IWeightRows
    {
        switch (lanes)
        {
            case 16:
                Add<Lanes16, TRows>(strips, ref table, ref weights, ref source, columnStride, ref sums, sumStride);
                break;
            case 8:
                Add<Lanes8, TRows>(strips, ref table, ref weights, ref source, columnStride, ref sums, sumStride);
                break;
            default:
                Add<Lanes4, TRows>(strips, ref table, ref weights, ref source, columnStride, ref sums, sumStride);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add<T, TRows>(int strips, ref float table, ref float weights, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        ref int entry = ref Unsafe.As<float, int>(ref table);
        ref float gathered = ref MemoryMarshal.GetReference(stackalloc float[Tile.Columns * SparseLayout.Columns]);
        for (; strips > 0; strips--)
        {
            Gather(ref Unsafe.Add(ref entry, 1), ref source, columnStride, ref gathered);
            int blocks = entry;
            entry = ref Unsafe.Add(ref entry, SparsePart.HeaderLength);
            for (; blocks > 0; blocks--)
            {
                AddBlock<T, TRows>(ref weights, ref gathered, ref Unsafe.Add(ref sums, entry), sumStride);
                weights = ref Unsafe.Add(ref weights, SparseLayout.Columns / TRows.ColumnsPerRow * T.Count);
                entry = ref Unsafe.Add(ref entry, 1);
            }
        }
    }

    /// <summary>The elements of a strip, column after column of the tile.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ref int indices, ref float source, nuint columnStride, ref float gathered)
    {
        for (nuint column = 0; column < Tile.Columns; column++)
        {
            for (nuint i = 0; i < SparseLayout.Columns; i++)
            {
                Unsafe.Add(ref gathered, i) = Unsafe.Add(ref source, Unsafe.Add(ref indices, i));
            }

            source = ref Unsafe.Add(ref source, columnStride);
            gathered = ref Unsafe.Add(ref gathered, SparseLayout.Columns);
        }
    }

    /// <summary>The weights stay in registers while one column after the other takes them in: eight chains that do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlock<T, TRows>(ref float weights, ref float elements, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        T weights0 = TRows.Column<T>(ref weights, 0);
        T weights1 = TRows.Column<T>(ref weights, 1);
        T weights2 = TRows.Column<T>(ref weights, 2);
        T weights3 = TRows.Column<T>(ref weights, 3);
        T weights4 = TRows.Column<T>(ref weights, 4);
        T weights5 = TRows.Column<T>(ref weights, 5);
        T weights6 = TRows.Column<T>(ref weights, 6);
        T weights7 = TRows.Column<T>(ref weights, 7);
        for (int column = 0; column < Tile.Columns; column++)
        {
            T sum = T.Load(ref sums);
            sum = T.MultiplyAdd(weights0, T.Broadcast(elements), sum);
            sum = T.MultiplyAdd(weights1, T.Broadcast(Unsafe.Add(ref elements, 1)), sum);
            sum = T.MultiplyAdd(weights2, T.Broadcast(Unsafe.Add(ref elements, 2)), sum);
            sum = T.MultiplyAdd(weights3, T.Broadcast(Unsafe.Add(ref elements, 3)), sum);
            sum = T.MultiplyAdd(weights4, T.Broadcast(Unsafe.Add(ref elements, 4)), sum);
            sum = T.MultiplyAdd(weights5, T.Broadcast(Unsafe.Add(ref elements, 5)), sum);
            sum = T.MultiplyAdd(weights6, T.Broadcast(Unsafe.Add(ref elements, 6)), sum);
            sum = T.MultiplyAdd(weights7, T.Broadcast(Unsafe.Add(ref elements, 7)), sum);
            sum.Store(ref sums);
            sums = ref Unsafe.Add(ref sums, sumStride);
            elements = ref Unsafe.Add(ref elements, SparseLayout.Columns);
        }
    }
}
