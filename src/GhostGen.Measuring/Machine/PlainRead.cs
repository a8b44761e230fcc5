using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Measuring.Machine;

/// <summary>
/// Reads memory once, front to back, with the widest vectors the machine is fast with: as fast as weights can be read on one core, and
/// so the roof over every kernel that reads each weight once.
/// </summary>
/// <remarks>
/// Eight vectors a turn, each into an accumulator of its own, combined with exclusive or: one cycle of latency, so the loads are all
/// that can limit the loop, and the values (denormals, say) do not matter.
/// </remarks>
internal static class PlainRead
{
    /// <summary>Lengths are whole cache lines: a multiple of so many floats. What the packer produces always is.</summary>
    public const int FloatsPerLine = 16;

    private const int VectorsPerTurn = 8;

    /// <summary>Reads <paramref name="count"/> floats.</summary>
    /// <param name="first">The first one, on a cache line.</param>
    /// <param name="count">A multiple of <see cref="FloatsPerLine"/>.</param>
    /// <returns>Something that depends on every float, to be kept by the caller: otherwise the compiler may drop the loop.</returns>
    public static int Read(ref float first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count % FloatsPerLine, 0, nameof(count));
        ref int values = ref Unsafe.As<float, int>(ref first);
        return Vector512.IsHardwareAccelerated ? Read512(ref values, count)
            : Vector256.IsHardwareAccelerated ? Read256(ref values, count)
            : Read128(ref values, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Read512(ref int values, int count)
    {
        Vector512<int> v0 = default, v1 = default, v2 = default, v3 = default, v4 = default, v5 = default, v6 = default, v7 = default;
        int perTurn = VectorsPerTurn * Vector512<int>.Count;
        ref int end = ref Unsafe.Add(ref values, count);
        ref int endOfTurns = ref Unsafe.Add(ref values, count - (count % perTurn));
        while (Unsafe.IsAddressLessThan(ref values, ref endOfTurns))
        {
            v0 ^= Vector512.LoadUnsafe(ref values);
            v1 ^= Vector512.LoadUnsafe(ref values, 16);
            v2 ^= Vector512.LoadUnsafe(ref values, 32);
            v3 ^= Vector512.LoadUnsafe(ref values, 48);
            v4 ^= Vector512.LoadUnsafe(ref values, 64);
            v5 ^= Vector512.LoadUnsafe(ref values, 80);
            v6 ^= Vector512.LoadUnsafe(ref values, 96);
            v7 ^= Vector512.LoadUnsafe(ref values, 112);
            values = ref Unsafe.Add(ref values, perTurn);
        }

        while (Unsafe.IsAddressLessThan(ref values, ref end))
        {
            v0 ^= Vector512.LoadUnsafe(ref values);
            values = ref Unsafe.Add(ref values, FloatsPerLine);
        }

        return Vector512.Sum(v0 ^ v1 ^ v2 ^ v3 ^ v4 ^ v5 ^ v6 ^ v7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Read256(ref int values, int count)
    {
        Vector256<int> v0 = default, v1 = default, v2 = default, v3 = default, v4 = default, v5 = default, v6 = default, v7 = default;
        int perTurn = VectorsPerTurn * Vector256<int>.Count;
        ref int end = ref Unsafe.Add(ref values, count);
        ref int endOfTurns = ref Unsafe.Add(ref values, count - (count % perTurn));
        while (Unsafe.IsAddressLessThan(ref values, ref endOfTurns))
        {
            v0 ^= Vector256.LoadUnsafe(ref values);
            v1 ^= Vector256.LoadUnsafe(ref values, 8);
            v2 ^= Vector256.LoadUnsafe(ref values, 16);
            v3 ^= Vector256.LoadUnsafe(ref values, 24);
            v4 ^= Vector256.LoadUnsafe(ref values, 32);
            v5 ^= Vector256.LoadUnsafe(ref values, 40);
            v6 ^= Vector256.LoadUnsafe(ref values, 48);
            v7 ^= Vector256.LoadUnsafe(ref values, 56);
            values = ref Unsafe.Add(ref values, perTurn);
        }

        while (Unsafe.IsAddressLessThan(ref values, ref end))
        {
            v0 ^= Vector256.LoadUnsafe(ref values);
            v1 ^= Vector256.LoadUnsafe(ref values, 8);
            values = ref Unsafe.Add(ref values, FloatsPerLine);
        }

        return Vector256.Sum(v0 ^ v1 ^ v2 ^ v3 ^ v4 ^ v5 ^ v6 ^ v7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Read128(ref int values, int count)
    {
        Vector128<int> v0 = default, v1 = default, v2 = default, v3 = default, v4 = default, v5 = default, v6 = default, v7 = default;
        int perTurn = VectorsPerTurn * Vector128<int>.Count;
        ref int end = ref Unsafe.Add(ref values, count);
        ref int endOfTurns = ref Unsafe.Add(ref values, count - (count % perTurn));
        while (Unsafe.IsAddressLessThan(ref values, ref endOfTurns))
        {
            v0 ^= Vector128.LoadUnsafe(ref values);
            v1 ^= Vector128.LoadUnsafe(ref values, 4);
            v2 ^= Vector128.LoadUnsafe(ref values, 8);
            v3 ^= Vector128.LoadUnsafe(ref values, 12);
            v4 ^= Vector128.LoadUnsafe(ref values, 16);
            v5 ^= Vector128.LoadUnsafe(ref values, 20);
            v6 ^= Vector128.LoadUnsafe(ref values, 24);
            v7 ^= Vector128.LoadUnsafe(ref values, 28);
            values = ref Unsafe.Add(ref values, perTurn);
        }

        while (Unsafe.IsAddressLessThan(ref values, ref end))
        {
            v0 ^= Vector128.LoadUnsafe(ref values);
            v1 ^= Vector128.LoadUnsafe(ref values, 4);
            v2 ^= Vector128.LoadUnsafe(ref values, 8);
            v3 ^= Vector128.LoadUnsafe(ref values, 12);
            values = ref Unsafe.Add(ref values, FloatsPerLine);
        }

        return Vector128.Sum(v0 ^ v1 ^ v2 ^ v3 ^ v4 ^ v5 ^ v6 ^ v7);
    }
}
