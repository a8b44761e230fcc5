using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Int8;

/// <summary>The bytes of one element, four and sixteen, as <see cref="Int8Products"/> takes them.</summary>
internal static class ElementBytes
{
    private const float Most = 127;

    /// <summary>1.5 * 2^23: a number up to 2^22 that is added to it is rounded to a whole one, to nearest, ties to even, which the low bits of the sum then hold.</summary>
    private const float Rounding = 12_582_912;

    /// <summary>0 for a number, NaN for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Check(float value) => value - value;

    /// <summary>0 where all are numbers, otherwise NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Check(Vector128<float> values) => Vector128.Sum(values - values);

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte Of(float value, float inverse)
    {
        float scaled = value * inverse;
        scaled = scaled > -Most ? scaled : -Most;
        scaled = scaled < Most ? scaled : Most;
        return (byte)(BitConverter.SingleToInt32Bits(scaled + Rounding) ^ Int8Products.Offset);
    }

    /// <summary>Four bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(Vector128<float> values, float inverse)
    {
        Vector128<uint> whole = Whole(values, inverse);
        return AsBytes(Vector128.Narrow(whole, whole), default).AsUInt32().ToScalar();
    }

    /// <summary>Sixteen bytes.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="inverse">What elements are multiplied with.</param>
    /// <param name="check">Becomes NaN where an element is not a number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Of16(ref float source, float inverse, ref float check)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> values = Vector512.LoadUnsafe(ref source);
            check += Vector512.Sum(values - values);
            Vector512<float> scaled = Vector512.MinNative(Vector512.MaxNative(values * inverse, Vector512.Create(-Most)), Vector512.Create(Most));
            Vector512<uint> whole = (scaled + Vector512.Create(Rounding)).AsUInt32();
            return AsBytes(Vector256.Narrow(whole.GetLower(), whole.GetUpper()));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> lower = Vector256.LoadUnsafe(ref source);
            Vector256<float> upper = Vector256.LoadUnsafe(ref source, 8);
            check += Vector256.Sum((lower - lower) + (upper - upper));
            return AsBytes(Vector256.Narrow(Whole(lower, inverse), Whole(upper, inverse)));
        }

        Vector128<float> first = Vector128.LoadUnsafe(ref source);
        Vector128<float> second = Vector128.LoadUnsafe(ref source, 4);
        Vector128<float> third = Vector128.LoadUnsafe(ref source, 8);
        Vector128<float> fourth = Vector128.LoadUnsafe(ref source, 12);
        check += Check(first) + Check(second) + Check(third) + Check(fourth);
        return AsBytes(
            Vector128.Narrow(Whole(first, inverse), Whole(second, inverse)),
            Vector128.Narrow(Whole(third, inverse), Whole(fourth, inverse)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Whole(Vector128<float> values, float inverse)
    {
        Vector128<float> scaled = Vector128.MinNative(Vector128.MaxNative(values * inverse, Vector128.Create(-Most)), Vector128.Create(Most));
        return (scaled + Vector128.Create(Rounding)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Whole(Vector256<float> values, float inverse)
    {
        Vector256<float> scaled = Vector256.MinNative(Vector256.MaxNative(values * inverse, Vector256.Create(-Most)), Vector256.Create(Most));
        return (scaled + Vector256.Create(Rounding)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AsBytes(Vector256<ushort> halves) => AsBytes(halves.GetLower(), halves.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AsBytes(Vector128<ushort> lower, Vector128<ushort> upper) => Vector128.Narrow(lower, upper) ^ Vector128.Create((byte)Int8Products.Offset);
}
