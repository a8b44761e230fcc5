using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Int8;

/// <summary>
/// Products of bytes with 16-bit elements: each lane of a row holds four weights, from -127 to 127, two lanes of the elements hold four elements of a
/// source, from -32767 to 32767, and their four products are added to the lane's sum. Whole numbers, exact: the same on every machine.
/// </summary>
/// <remarks>
/// The lower bytes of a lane's two halves are the weights of the first two elements, the upper ones those of the other two: an arithmetic shift of
/// 16-bit numbers by 8 leaves the upper ones, with their signs, as what <c>vpmaddwd</c> multiplies, and one to the left before it the lower ones.
/// </remarks>
public static class Int8WideProducts
{
    /// <summary>Adds the products of one lane.</summary>
    /// <param name="sum">What they are added to.</param>
    /// <param name="first">The first and the second element.</param>
    /// <param name="second">The third and the fourth.</param>
    /// <param name="weights">The bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(int sum, int first, int second, float weights)
    {
        int bytes = BitConverter.SingleToInt32Bits(weights);
        sum += (short)first * (sbyte)bytes;
        sum += (first >> 16) * (sbyte)(bytes >> 16);
        sum += (short)second * (sbyte)(bytes >> 8);
        return sum + ((second >> 16) * (bytes >> 24));
    }

    /// <inheritdoc cref="Add(int, int, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> sum, Vector128<int> first, Vector128<int> second, Vector128<float> weights)
    {
        Vector128<short> bytes = weights.AsInt16();
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(AvxVnni.MultiplyWideningAndAdd(sum, first.AsInt16(), (bytes << 8) >> 8), second.AsInt16(), bytes >> 8);
        }

        if (Sse2.IsSupported)
        {
            return sum + (Sse2.MultiplyAddAdjacent(first.AsInt16(), (bytes << 8) >> 8) + Sse2.MultiplyAddAdjacent(second.AsInt16(), bytes >> 8));
        }

        Vector128<int> lanes = weights.AsInt32();
        sum += ((first << 16) >> 16) * ((lanes << 24) >> 24);
        sum += (first >> 16) * ((lanes << 8) >> 24);
        sum += ((second << 16) >> 16) * ((lanes << 16) >> 24);
        return sum + ((second >> 16) * (lanes >> 24));
    }

    /// <inheritdoc cref="Add(int, int, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<int> first, Vector256<int> second, Vector256<float> weights)
    {
        Vector256<short> bytes = weights.AsInt16();
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(AvxVnni.MultiplyWideningAndAdd(sum, first.AsInt16(), (bytes << 8) >> 8), second.AsInt16(), bytes >> 8);
        }

        if (Avx2.IsSupported)
        {
            return sum + (Avx2.MultiplyAddAdjacent(first.AsInt16(), (bytes << 8) >> 8) + Avx2.MultiplyAddAdjacent(second.AsInt16(), bytes >> 8));
        }

        return Vector256.Create(
            Add(sum.GetLower(), first.GetLower(), second.GetLower(), weights.GetLower()),
            Add(sum.GetUpper(), first.GetUpper(), second.GetUpper(), weights.GetUpper()));
    }

    /// <inheritdoc cref="Add(int, int, int, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> sum, Vector512<int> first, Vector512<int> second, Vector512<float> weights)
    {
        if (Avx512BW.IsSupported)
        {
            Vector512<short> bytes = weights.AsInt16();
            return sum + (Avx512BW.MultiplyAddAdjacent(first.AsInt16(), (bytes << 8) >> 8) + Avx512BW.MultiplyAddAdjacent(second.AsInt16(), bytes >> 8));
        }

        return Vector512.Create(
            Add(sum.GetLower(), first.GetLower(), second.GetLower(), weights.GetLower()),
            Add(sum.GetUpper(), first.GetUpper(), second.GetUpper(), weights.GetUpper()));
    }
}
