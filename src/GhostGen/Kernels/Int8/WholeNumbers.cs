using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Int8;

/// <summary>Elements of a source as whole numbers, in the low bits of a lane: to nearest, ties to even. The same bits at every vector width.</summary>
internal static class WholeNumbers
{
    /// <summary>1.5 * 2^23: a number up to 2^22 that is added to it is rounded to a whole one, which the low bits of the sum then hold.</summary>
    private const float Rounding = 12_582_912;

    /// <summary>0 for a number, NaN for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Check(float value) => value - value;

    /// <summary>0 where all are numbers, otherwise NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Check(Vector128<float> values) => Vector128.Sum(values - values);

    /// <summary>One element.</summary>
    /// <param name="value">The element.</param>
    /// <param name="inverse">What it is multiplied with.</param>
    /// <param name="most">The largest number, and without its sign the smallest.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(float value, float inverse, float most)
    {
        float scaled = value * inverse;
        scaled = scaled > -most ? scaled : -most;
        scaled = scaled < most ? scaled : most;
        return BitConverter.SingleToUInt32Bits(scaled + Rounding);
    }

    /// <inheritdoc cref="Of(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<uint> Of(Vector128<float> value, float inverse, float most)
    {
        Vector128<float> scaled = Vector128.MinNative(Vector128.MaxNative(value * inverse, Vector128.Create(-most)), Vector128.Create(most));
        return (scaled + Vector128.Create(Rounding)).AsUInt32();
    }

    /// <inheritdoc cref="Of(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<uint> Of(Vector256<float> value, float inverse, float most)
    {
        Vector256<float> scaled = Vector256.MinNative(Vector256.MaxNative(value * inverse, Vector256.Create(-most)), Vector256.Create(most));
        return (scaled + Vector256.Create(Rounding)).AsUInt32();
    }

    /// <inheritdoc cref="Of(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<uint> Of(Vector512<float> value, float inverse, float most)
    {
        Vector512<float> scaled = Vector512.MinNative(Vector512.MaxNative(value * inverse, Vector512.Create(-most)), Vector512.Create(most));
        return (scaled + Vector512.Create(Rounding)).AsUInt32();
    }
}
