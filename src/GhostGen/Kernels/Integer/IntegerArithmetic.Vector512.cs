using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 512 bits.</content>
public static partial class IntegerArithmetic
{
    /// <inheritdoc cref="Finish(int, int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Finish(Vector512<int> products, Vector512<int> multiplier, int shift, Vector512<int> addend)
    {
        (int left, int right, int half) = Shifts(shift);
        Vector512<int> contribution = (MultiplyHigh(products, multiplier) + Vector512.Create(half)) >> right;
        Vector512<int> most = Vector512.Create(MostContribution >> left);
        return addend + (Vector512.Min(Vector512.Max(contribution, -most), most) << left);
    }

    /// <inheritdoc cref="MultiplyAdd(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> MultiplyAdd(Vector512<int> gate, Vector512<int> sum, Vector512<int> addend) => addend + MultiplyHigh(sum << 1, gate << 16);

    /// <inheritdoc cref="Multiply(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Multiply(Vector512<int> gate, Vector512<int> value) => MultiplyHigh(value << 1, gate << 16);

    /// <inheritdoc cref="Blend(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Blend(Vector512<int> update, Vector512<int> candidate, Vector512<int> old) => candidate + MultiplyHigh((old - candidate) << 1, update << 16);

    /// <inheritdoc cref="AddWherePresent(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> AddWherePresent(Vector512<int> bias, Vector512<int> present, Vector512<int> addend) => addend + Vector512.AndNot(bias, Vector512.Equals(present, Vector512<int>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> MultiplyHigh(Vector512<int> left, Vector512<int> right)
    {
        if (Avx512F.IsSupported)
        {
            // Every second lane, and the others moved to where these were.
            Vector512<long> half = Vector512.Create(1L << 31);
            Vector512<long> even = Avx512F.Multiply(left, right) + half;
            Vector512<long> odd = Avx512F.Multiply((left.AsInt64() >>> 32).AsInt32(), (right.AsInt64() >>> 32).AsInt32()) + half;
            return ((even >>> 32) | (odd & Vector512.Create(-1L << 32))).AsInt32();
        }

        return Vector512.Create(MultiplyHigh(left.GetLower(), right.GetLower()), MultiplyHigh(left.GetUpper(), right.GetUpper()));
    }
}
