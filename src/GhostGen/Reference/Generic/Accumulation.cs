using System.Runtime.CompilerServices;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Reference.Generic;

/// <summary>
/// The inner loops: every element of a source is broadcast once and multiplied into all accumulators, whose weights lie side by side.
/// Each returns the row behind the last one it read.
/// </summary>
internal static class Accumulation
{
    /// <summary>One accumulator.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref float Add<T>(ref float row, scoped ref float source, nint count, scoped ref T sum)
        where T : struct, ILanes<T>
    {
        T accumulator = sum;
        for (nint k = 0; k < count; k++)
        {
            T value = T.Broadcast(Unsafe.Add(ref source, k));
            accumulator = T.MultiplyAdd(T.Load(ref row), value, accumulator);
            row = ref Unsafe.Add(ref row, T.Count);
        }

        sum = accumulator;
        return ref row;
    }

    /// <summary>Two accumulators.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref float Add<T>(ref float row, scoped ref float source, nint count, scoped ref T firstSum, scoped ref T secondSum)
        where T : struct, ILanes<T>
    {
        T first = firstSum;
        T second = secondSum;
        for (nint k = 0; k < count; k++)
        {
            T value = T.Broadcast(Unsafe.Add(ref source, k));
            first = T.MultiplyAdd(T.Load(ref row), value, first);
            second = T.MultiplyAdd(T.Load(ref Unsafe.Add(ref row, T.Count)), value, second);
            row = ref Unsafe.Add(ref row, 2 * T.Count);
        }

        firstSum = first;
        secondSum = second;
        return ref row;
    }

    /// <summary>Three accumulators.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref float Add<T>(ref float row, scoped ref float source, nint count, scoped ref T firstSum, scoped ref T secondSum, scoped ref T thirdSum)
        where T : struct, ILanes<T>
    {
        T first = firstSum;
        T second = secondSum;
        T third = thirdSum;
        for (nint k = 0; k < count; k++)
        {
            T value = T.Broadcast(Unsafe.Add(ref source, k));
            first = T.MultiplyAdd(T.Load(ref row), value, first);
            second = T.MultiplyAdd(T.Load(ref Unsafe.Add(ref row, T.Count)), value, second);
            third = T.MultiplyAdd(T.Load(ref Unsafe.Add(ref row, 2 * T.Count)), value, third);
            row = ref Unsafe.Add(ref row, 3 * T.Count);
        }

        firstSum = first;
        secondSum = second;
        thirdSum = third;
        return ref row;
    }

    /// <summary>Four accumulators.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref float Add<T>(
        ref float row, scoped ref float source, nint count, scoped ref T firstSum, scoped ref T secondSum, scoped ref T thirdSum, scoped ref T fourthSum)
        where T : struct, ILanes<T>
    {
        T first = firstSum;
        T second = secondSum;
        T third = thirdSum;
        T fourth = fourthSum;
        for (nint k = 0; k < count; k++)
        {
            T value = T.Broadcast(Unsafe.Add(ref source, k));
            first = T.MultiplyAdd(T.Load(ref row), value, first);
            second = T.MultiplyAdd(T.Load(ref Unsafe.Add(ref row, T.Count)), value, second);
            third = T.MultiplyAdd(T.Load(ref Unsafe.Add(ref row, 2 * T.Count)), value, third);
            fourth = T.MultiplyAdd(T.Load(ref Unsafe.Add(ref row, 3 * T.Count)), value, fourth);
            row = ref Unsafe.Add(ref row, 4 * T.Count);
        }

        firstSum = first;
        secondSum = second;
        thirdSum = third;
        fourthSum = fourth;
        return ref row;
    }
}
