using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Kernels.Lanes;
using GhostGen.Packing;

namespace GhostGen.Kernels.Sparse;

/// <summary>
/// The products of a stage whose weights are stored as blocks, because the rest of them are zero. Eight elements of a source are taken into
/// registers, a strip, and multiplied with the blocks that a table lists, each of which adds to one vector of sums.
/// </summary>
/// <remarks>
/// Sums take their products in ascending order, one multiply-add each, as everywhere; the products with zeros that are not there would not
/// have changed them. The blocks of a strip add to different sums, so their chains, of eight multiply-adds each, do not wait for each other.
/// </remarks>
public static class SparseProduct
{
    private const int Alignment = 64;

    /// <summary>Starts the sums of a stage at its biases.</summary>
    /// <param name="biases">The biases.</param>
    /// <param name="count">How many.</param>
    /// <param name="place">Room for the sums and one more cache line.</param>
    /// <returns>The first sum: the first cache line of the room. An array begins anywhere, and sums that straddle lines would cost twice as much to read and write.</returns>
    public static ref float Begin(ref float biases, int count, ref float place)
    {
        ref float sums = ref place;
        unsafe
        {
            // Should the array be moved meanwhile, the sums move with it, and no longer lie well: slower, and as right.
            nuint beyond = (nuint)Unsafe.AsPointer(ref place) % Alignment;
            sums = ref Unsafe.AddByteOffset(ref place, (Alignment - beyond) % Alignment);
        }

        MemoryMarshal.CreateReadOnlySpan(ref biases, count).CopyTo(MemoryMarshal.CreateSpan(ref sums, count));
        return ref sums;
    }

    /// <summary>Adds the blocks of a source times its elements to sums.</summary>
    /// <param name="lanes">The lanes of a vector: 16, 8 or 4; 1 without vectors.</param>
    /// <param name="strips">The number of strips.</param>
    /// <param name="table">For each strip the number of its blocks, its columns, and for each block the place of its sums: integers.</param>
    /// <param name="weights">The weights of one block after the other.</param>
    /// <param name="source">The first element of the source.</param>
    /// <param name="sums">The first sum of the stage.</param>
    public static void Add(int lanes, int strips, ref float table, ref float weights, ref float source, ref float sums) =>
        Add<SingleRows>(lanes, strips, ref table, ref weights, ref source, ref sums);

    /// <summary>Adds blocks of <see cref="BFloat16Pairs"/>, half as many vectors for as many columns, times the elements of a source to sums.</summary>
    /// <param name="lanes">The lanes of a vector: 16, 8 or 4; 1 without vectors.</param>
    /// <param name="strips">The number of strips.</param>
    /// <param name="table">For each strip the number of its blocks, its columns, and for each block the place of its sums: integers.</param>
    /// <param name="weights">The weights of one block after the other.</param>
    /// <param name="source">The first element of the source.</param>
    /// <param name="sums">The first sum of the stage.</param>
    public static void AddPairs(int lanes, int strips, ref float table, ref float weights, ref float source, ref float sums) =>
        Add<BFloat16Rows>(lanes, strips, ref table, ref weights, ref source, ref sums);

    private static void Add<TRows>(int lanes, int strips, ref float table, ref float weights, ref float source, ref float sums)
        where TRows : struct, IWeightRows
    {
        switch (lanes)
        {
            case 16:
                Add<Lanes16, TRows>(strips, ref table, ref weights, ref source, ref sums);
                break;
            case 8:
                Add<Lanes8, TRows>(strips, ref table, ref weights, ref source, ref sums);
                break;
            case 4:
                Add<Lanes4, TRows>(strips, ref table, ref weights, ref source, ref sums);
                break;
            default:
                Add<Lanes1, TRows>(strips, ref table, ref weights, ref source, ref sums);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add<T, TRows>(int strips, ref float table, ref float weights, ref float source, ref float sums)
        where T : struct, ILanes<T>
        where TRows : struct, IWeightRows
    {
        ref int entry = ref Unsafe.As<float, int>(ref table);
        for (; strips > 0; strips--)
        {
            int blocks = entry;
            T element0 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 1)));
            T element1 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 2)));
            T element2 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 3)));
            T element3 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 4)));
            T element4 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 5)));
            T element5 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 6)));
            T element6 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 7)));
            T element7 = T.Broadcast(Unsafe.Add(ref source, Unsafe.Add(ref entry, 8)));
            entry = ref Unsafe.Add(ref entry, SparsePart.HeaderLength);
            for (; blocks > 0; blocks--)
            {
                ref float target = ref Unsafe.Add(ref sums, entry);
                T sum = T.Load(ref target);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 0), element0, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 1), element1, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 2), element2, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 3), element3, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 4), element4, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 5), element5, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 6), element6, sum);
                sum = T.MultiplyAdd(TRows.Column<T>(ref weights, 7), element7, sum);
                sum.Store(ref target);
                weights = ref Unsafe.Add(ref weights, SparseLayout.Columns / TRows.ColumnsPerRow * T.Count);
                entry = ref Unsafe.Add(ref entry, 1);
            }
        }
    }
}
