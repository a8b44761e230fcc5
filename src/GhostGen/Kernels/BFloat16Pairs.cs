using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Kernels;

/// <summary>
/// Multiplies with weights of <see cref="Precision.BFloat16"/>, two of which share a lane: that of an element of a source in the lower half,
/// that of the next element in the upper one. Either becomes a single by moving it to where a single has its upper half, which is exact.
/// </summary>
public static class BFloat16Pairs
{
    private const int HalfBits = 16;
    private const uint UpperHalf = 0xFFFF_0000;

    /// <summary>The weight of the first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(float weights) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(weights) << HalfBits);

    /// <summary>The weights of the first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First(Vector128<float> weights) => (weights.AsUInt32() << HalfBits).AsSingle();

    /// <summary>The weights of the first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> First(Vector256<float> weights) => (weights.AsUInt32() << HalfBits).AsSingle();

    /// <summary>The weights of the first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> First(Vector512<float> weights) => (weights.AsUInt32() << HalfBits).AsSingle();

    /// <summary>The weight of the second element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Second(float weights) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(weights) & UpperHalf);

    /// <summary>The weights of the second element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Second(Vector128<float> weights) => (weights.AsUInt32() & Vector128.Create(UpperHalf)).AsSingle();

    /// <summary>The weights of the second element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Second(Vector256<float> weights) => (weights.AsUInt32() & Vector256.Create(UpperHalf)).AsSingle();

    /// <summary>The weights of the second element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Second(Vector512<float> weights) => (weights.AsUInt32() & Vector512.Create(UpperHalf)).AsSingle();

    /// <summary><c>addend + weight0 * first + weight1 * second</c>, in this order, each product fused where the hardware fuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float weights, float first, float second, float addend) =>
        Scalar.MultiplyAdd(Second(weights), second, Scalar.MultiplyAdd(First(weights), first, addend));

    /// <summary><c>addend + weight0 * first + weight1 * second</c>, in this order, each product fused where the hardware fuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> weights, Vector128<float> first, Vector128<float> second, Vector128<float> addend) =>
        Vector128Arithmetic.MultiplyAdd(Second(weights), second, Vector128Arithmetic.MultiplyAdd(First(weights), first, addend));

    /// <summary><c>addend + weight0 * first + weight1 * second</c>, in this order, each product fused where the hardware fuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> weights, Vector256<float> first, Vector256<float> second, Vector256<float> addend) =>
        Vector256.MultiplyAddEstimate(Second(weights), second, Vector256.MultiplyAddEstimate(First(weights), first, addend));

    /// <summary><c>addend + weight0 * first + weight1 * second</c>, in this order, each product fused where the hardware fuses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> weights, Vector512<float> first, Vector512<float> second, Vector512<float> addend) =>
        Vector512.MultiplyAddEstimate(Second(weights), second, Vector512.MultiplyAddEstimate(First(weights), first, addend));
}
