using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Int8;

/// <summary>
/// Products of bytes: each lane of a row holds four weights, from -127 to 127, each lane of the elements four elements of a source, and their
/// four products are added to the lane's sum. Whole numbers, exact: the same on every machine.
/// </summary>
/// <remarks>
/// Elements lie between -127 and 127 and are stored with <see cref="Offset"/> added, which the sums start without. On x64 they are bytes
/// without sign, because that is what its instruction multiplies bytes with a sign with; it adds pairs of products in 16 bits, and
/// <see cref="Quantization.RowQuantizer"/> sees to it that they fit. On Arm both have a sign and there is no offset.
/// </remarks>
public static class Int8Products
{
    /// <summary>What has been added to the elements: 128, or 0 where the hardware multiplies bytes that both have a sign.</summary>
    public static int Offset => Dp.IsSupported ? 0 : 128;

    /// <summary>The whole number that a row of starts holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Start(float row) => BitConverter.SingleToInt32Bits(row);

    /// <summary>The whole numbers that a row of starts holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Start(Vector128<float> row) => row.AsInt32();

    /// <summary>The whole numbers that a row of starts holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Start(Vector256<float> row) => row.AsInt32();

    /// <summary>The whole numbers that a row of starts holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Start(Vector512<float> row) => row.AsInt32();

    /// <summary>What a sum stands for, added: <c>products * (scale * unit) + addend</c>, the sum rounded to a single.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Finish(int products, float scale, float unit, float addend) => Scalar.MultiplyAdd(products, scale * unit, addend);

    /// <summary>What sums stand for, added: <c>products * (scale * unit) + addend</c>, the sums rounded to singles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Finish(Vector128<int> products, Vector128<float> scales, float unit, Vector128<float> addend) =>
        Vector128Arithmetic.MultiplyAdd(Vector128.ConvertToSingle(products), scales * unit, addend);

    /// <summary>What sums stand for, added: <c>products * (scale * unit) + addend</c>, the sums rounded to singles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Finish(Vector256<int> products, Vector256<float> scales, float unit, Vector256<float> addend) =>
        Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(products), scales * unit, addend);

    /// <summary>What sums stand for, added: <c>products * (scale * unit) + addend</c>, the sums rounded to singles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Finish(Vector512<int> products, Vector512<float> scales, float unit, Vector512<float> addend) =>
        Vector512.MultiplyAddEstimate(Vector512.ConvertToSingle(products), scales * unit, addend);

    /// <summary>Adds the products of one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(int sum, int elements, float weights)
    {
        int bytes = BitConverter.SingleToInt32Bits(weights);
        for (int shift = 0; shift < 32; shift += 8)
        {
            sum += Element(elements, shift) * ((bytes << (24 - shift)) >> 24);
        }

        return sum;
    }

    /// <summary>Adds the products of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> sums, Vector128<int> elements, Vector128<float> weights)
    {
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(sums, elements.AsByte(), weights.AsSByte());
        }

        if (Ssse3.IsSupported)
        {
            return sums + Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(elements.AsByte(), weights.AsSByte()), Vector128<short>.One);
        }

        if (Dp.IsSupported)
        {
            return Dp.DotProduct(sums, elements.AsSByte(), weights.AsSByte());
        }

        Vector128<int> bytes = weights.AsInt32();
        sums += (elements & Vector128.Create(0xFF)) * ((bytes << 24) >> 24);
        sums += ((elements >>> 8) & Vector128.Create(0xFF)) * ((bytes << 16) >> 24);
        sums += ((elements >>> 16) & Vector128.Create(0xFF)) * ((bytes << 8) >> 24);
        return sums + ((elements >>> 24) * (bytes >> 24));
    }

    /// <summary>Adds the products of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sums, Vector256<int> elements, Vector256<float> weights)
    {
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(sums, elements.AsByte(), weights.AsSByte());
        }

        if (Avx2.IsSupported)
        {
            return sums + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(elements.AsByte(), weights.AsSByte()), Vector256<short>.One);
        }

        return Vector256.Create(
            Add(sums.GetLower(), elements.GetLower(), weights.GetLower()),
            Add(sums.GetUpper(), elements.GetUpper(), weights.GetUpper()));
    }

    /// <summary>Adds the products of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> sums, Vector512<int> elements, Vector512<float> weights)
    {
        if (Avx512BW.IsSupported)
        {
            return sums + Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(elements.AsByte(), weights.AsSByte()), Vector512<short>.One);
        }

        return Vector512.Create(
            Add(sums.GetLower(), elements.GetLower(), weights.GetLower()),
            Add(sums.GetUpper(), elements.GetUpper(), weights.GetUpper()));
    }

    private static int Element(int elements, int shift) => Dp.IsSupported ? (sbyte)(elements >> shift) : (byte)(elements >> shift);
}
