using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Int8;

/// <summary>The 16-bit numbers of one element, four and sixteen, as <see cref="Int8WideProducts"/> takes them.</summary>
internal static class ElementShorts
{
    /// <summary>The largest of them.</summary>
    internal const float Most = 32767;

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static short Of(float value, float inverse) => (short)WholeNumbers.Of(value, inverse, Most);

    /// <summary>Four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of(Vector128<float> values, float inverse)
    {
        Vector128<uint> whole = WholeNumbers.Of(values, inverse, Most);
        return Vector128.Narrow(whole, whole).AsUInt64().ToScalar();
    }

    /// <summary>Sixteen numbers.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="inverse">What elements are multiplied with.</param>
    /// <param name="check">Becomes NaN where an element is not a number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<short> Of16(ref float source, float inverse, ref float check)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> values = Vector512.LoadUnsafe(ref source);
            check += Vector512.Sum(values - values);
            Vector512<uint> whole = WholeNumbers.Of(values, inverse, Most);
            return Vector256.Narrow(whole.GetLower(), whole.GetUpper()).AsInt16();
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> lower = Vector256.LoadUnsafe(ref source);
            Vector256<float> upper = Vector256.LoadUnsafe(ref source, 8);
            check += Vector256.Sum((lower - lower) + (upper - upper));
            return Vector256.Narrow(WholeNumbers.Of(lower, inverse, Most), WholeNumbers.Of(upper, inverse, Most)).AsInt16();
        }

        Vector128<float> first = Vector128.LoadUnsafe(ref source);
        Vector128<float> second = Vector128.LoadUnsafe(ref source, 4);
        Vector128<float> third = Vector128.LoadUnsafe(ref source, 8);
        Vector128<float> fourth = Vector128.LoadUnsafe(ref source, 12);
        check += WholeNumbers.Check(first) + WholeNumbers.Check(second) + WholeNumbers.Check(third) + WholeNumbers.Check(fourth);
        return Vector256.Create(
            Vector128.Narrow(WholeNumbers.Of(first, inverse, Most), WholeNumbers.Of(second, inverse, Most)),
            Vector128.Narrow(WholeNumbers.Of(third, inverse, Most), WholeNumbers.Of(fourth, inverse, Most))).AsInt16();
    }
}
