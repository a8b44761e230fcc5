using System.Runtime.CompilerServices;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Kernels.Tiles;

/// <summary>The same as <see cref="SingleColumns"/> for rows of pairs, each of which serves two elements: see <see cref="BFloat16Pairs"/>.</summary>
internal static class PairColumns
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void EightColumns<T>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
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
        for (nuint k = 0; k < elements; k += 2)
        {
            T row = T.Load(ref weights);
            T first = T.First(row);
            sum0 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column0, k)), sum0);
            sum1 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column1, k)), sum1);
            sum2 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column2, k)), sum2);
            sum3 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column3, k)), sum3);
            sum4 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column4, k)), sum4);
            sum5 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column5, k)), sum5);
            sum6 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column6, k)), sum6);
            sum7 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column7, k)), sum7);
            if (k + 1 < elements)
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
    internal static void FourColumns<T>(ref float weights, nuint rowStride, nuint elements, ref float source, nuint columnStride, ref float sums, nuint sumStride)
        where T : struct, ILanes<T>
    {
        ref float column0 = ref source;
        ref float column1 = ref Unsafe.Add(ref column0, columnStride);
        ref float column2 = ref Unsafe.Add(ref column1, columnStride);
        ref float column3 = ref Unsafe.Add(ref column2, columnStride);
        T sum0 = T.Load(ref sums);
        T sum1 = T.Load(ref Unsafe.Add(ref sums, sumStride));
        T sum2 = T.Load(ref Unsafe.Add(ref sums, 2 * sumStride));
        T sum3 = T.Load(ref Unsafe.Add(ref sums, 3 * sumStride));
        for (nuint k = 0; k < elements; k += 2)
        {
            T row = T.Load(ref weights);
            T first = T.First(row);
            sum0 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column0, k)), sum0);
            sum1 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column1, k)), sum1);
            sum2 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column2, k)), sum2);
            sum3 = T.MultiplyAdd(first, T.Broadcast(Unsafe.Add(ref column3, k)), sum3);
            if (k + 1 < elements)
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
