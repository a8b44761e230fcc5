using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 512 bits.</content>
public static partial class IntegerArithmetic
{
    /// <inheritdoc cref="Finish(int, int, IntegerShift, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Finish(Vector512<int> products, Vector512<int> multiplier, IntegerShift shift, Vector512<int> addend)
    {
        Vector512<int> contribution = (Upper(products, multiplier, 0) + Vector512.Create(shift.Half)) >> shift.Right;
        return addend + (Vector512.Min(Vector512.Max(contribution, Vector512.Create(-shift.Most)), Vector512.Create(shift.Most)) << shift.Left);
    }

    /// <inheritdoc cref="MultiplyAdd(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> MultiplyAdd(Vector512<int> gate, Vector512<int> sum, Vector512<int> addend) => addend + Upper(sum << 1, gate << 16, Half);

    /// <inheritdoc cref="Multiply(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Multiply(Vector512<int> gate, Vector512<int> value) => Upper(value << 1, gate << 16, Half);

    /// <inheritdoc cref="Blend(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Blend(Vector512<int> update, Vector512<int> candidate, Vector512<int> old) => candidate + Upper((old - candidate) << 1, update << 16, Half);

    /// <inheritdoc cref="AddWherePresent(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> AddWherePresent(Vector512<int> bias, Vector512<int> present, Vector512<int> addend) => addend + Vector512.AndNot(bias, Vector512.Equals(present, Vector512<int>.Zero));

    /// <inheritdoc cref="Upper(int, int, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Upper(Vector512<int> left, Vector512<int> right, long addend)
    {
        // The compiler leaves an addition of zero out.
        Vector512<long> addends = Vector512.Create(addend);
        if (Avx512F.IsSupported)
        {
            // Every second lane, and the others moved to where these were.
            Vector512<long> even = Avx512F.Multiply(left, right) + addends;
            Vector512<long> odd = Avx512F.Multiply((left.AsInt64() >>> 32).AsInt32(), (right.AsInt64() >>> 32).AsInt32()) + addends;
            return ((even >>> 32) | (odd & Vector512.Create(-1L << 32))).AsInt32();
        }

        return Vector512.Create(Upper(left.GetLower(), right.GetLower(), addend), Upper(left.GetUpper(), right.GetUpper(), addend));
    }
}
