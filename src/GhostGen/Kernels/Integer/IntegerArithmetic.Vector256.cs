using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 256 bits.</content>
public static partial class IntegerArithmetic
{
    /// <inheritdoc cref="Finish(int, int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Finish(Vector256<int> products, Vector256<int> multiplier, int shift, Vector256<int> addend)
    {
        (int left, int right, int half) = Shifts(shift);
        Vector256<int> contribution = (MultiplyHigh(products, multiplier) + Vector256.Create(half)) >> right;
        Vector256<int> most = Vector256.Create(MostContribution >> left);
        return addend + (Vector256.Min(Vector256.Max(contribution, -most), most) << left);
    }

    /// <inheritdoc cref="MultiplyAdd(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MultiplyAdd(Vector256<int> gate, Vector256<int> sum, Vector256<int> addend) => addend + MultiplyHigh(sum << 1, gate << 16);

    /// <inheritdoc cref="Multiply(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Multiply(Vector256<int> gate, Vector256<int> value) => MultiplyHigh(value << 1, gate << 16);

    /// <inheritdoc cref="Blend(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Blend(Vector256<int> update, Vector256<int> candidate, Vector256<int> old) => candidate + MultiplyHigh((old - candidate) << 1, update << 16);

    /// <inheritdoc cref="AddWherePresent(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> AddWherePresent(Vector256<int> bias, Vector256<int> present, Vector256<int> addend) => addend + Vector256.AndNot(bias, Vector256.Equals(present, Vector256<int>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> MultiplyHigh(Vector256<int> left, Vector256<int> right)
    {
        if (Avx2.IsSupported)
        {
            // Every second lane, and the others moved to where these were.
            Vector256<long> half = Vector256.Create(1L << 31);
            Vector256<long> even = Avx2.Multiply(left, right) + half;
            Vector256<long> odd = Avx2.Multiply((left.AsInt64() >>> 32).AsInt32(), (right.AsInt64() >>> 32).AsInt32()) + half;
            return Avx2.Blend((even >>> 32).AsInt32(), odd.AsInt32(), 0xAA);
        }

        return Vector256.Create(MultiplyHigh(left.GetLower(), right.GetLower()), MultiplyHigh(left.GetUpper(), right.GetUpper()));
    }
}
