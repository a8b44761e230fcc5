using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Int8;

/// <summary>The bytes of one element, four and sixteen, as <see cref="Int8Products"/> takes them.</summary>
internal static class ElementBytes
{
    /// <summary>The largest of them.</summary>
    internal const float Most = 127;

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte Of(float value, float inverse) => (byte)(WholeNumbers.Of(value, inverse, Most) ^ (uint)Int8Products.Offset);

    /// <summary>Four bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(Vector128<float> values, float inverse)
    {
        Vector128<uint> whole = WholeNumbers.Of(values, inverse, Most);
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
            Vector512<uint> whole = WholeNumbers.Of(values, inverse, Most);
            return AsBytes(Vector256.Narrow(whole.GetLower(), whole.GetUpper()));
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> lower = Vector256.LoadUnsafe(ref source);
            Vector256<float> upper = Vector256.LoadUnsafe(ref source, 8);
            check += Vector256.Sum((lower - lower) + (upper - upper));
            return AsBytes(Vector256.Narrow(WholeNumbers.Of(lower, inverse, Most), WholeNumbers.Of(upper, inverse, Most)));
        }

        Vector128<float> first = Vector128.LoadUnsafe(ref source);
        Vector128<float> second = Vector128.LoadUnsafe(ref source, 4);
        Vector128<float> third = Vector128.LoadUnsafe(ref source, 8);
        Vector128<float> fourth = Vector128.LoadUnsafe(ref source, 12);
        check += WholeNumbers.Check(first) + WholeNumbers.Check(second) + WholeNumbers.Check(third) + WholeNumbers.Check(fourth);
        return AsBytes(
            Vector128.Narrow(WholeNumbers.Of(first, inverse, Most), WholeNumbers.Of(second, inverse, Most)),
            Vector128.Narrow(WholeNumbers.Of(third, inverse, Most), WholeNumbers.Of(fourth, inverse, Most)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AsBytes(Vector256<ushort> halves) => AsBytes(halves.GetLower(), halves.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AsBytes(Vector128<ushort> lower, Vector128<ushort> upper) => Vector128.Narrow(lower, upper) ^ Vector128.Create((byte)Int8Products.Offset);
}
