using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 256 bits.</content>
public static partial class IntegerArithmetic
{
    /// <inheritdoc cref="Finish(int, int, IntegerShift, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Finish(Vector256<int> products, Vector256<int> multiplier, IntegerShift shift, Vector256<int> addend)
    {
        Vector256<int> contribution = (Upper(products, multiplier, 0) + Vector256.Create(shift.Half)) >> shift.Right;
        return addend + (Vector256.Min(Vector256.Max(contribution, Vector256.Create(-shift.Most)), Vector256.Create(shift.Most)) << shift.Left);
    }

    /// <inheritdoc cref="MultiplyAdd(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> MultiplyAdd(Vector256<int> gate, Vector256<int> sum, Vector256<int> addend) => addend + Upper(sum << 1, gate << 16, Half);

    /// <inheritdoc cref="Multiply(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Multiply(Vector256<int> gate, Vector256<int> value) => Upper(value << 1, gate << 16, Half);

    /// <inheritdoc cref="Blend(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Blend(Vector256<int> update, Vector256<int> candidate, Vector256<int> old) => candidate + Upper((old - candidate) << 1, update << 16, Half);

    /// <inheritdoc cref="AddWherePresent(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> AddWherePresent(Vector256<int> bias, Vector256<int> present, Vector256<int> addend) => addend + Vector256.AndNot(bias, Vector256.Equals(present, Vector256<int>.Zero));

    /// <inheritdoc cref="Upper(int, int, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Upper(Vector256<int> left, Vector256<int> right, long addend)
    {
        // The compiler leaves an addition of zero out.
        Vector256<long> addends = Vector256.Create(addend);
        if (Avx2.IsSupported)
        {
            // Every second lane, and the others moved to where these were.
            Vector256<long> even = Avx2.Multiply(left, right) + addends;
            Vector256<long> odd = Avx2.Multiply((left.AsInt64() >>> 32).AsInt32(), (right.AsInt64() >>> 32).AsInt32()) + addends;
            return Avx2.Blend((even >>> 32).AsInt32(), odd.AsInt32(), 0xAA);
        }

        return Vector256.Create(Upper(left.GetLower(), right.GetLower(), addend), Upper(left.GetUpper(), right.GetUpper(), addend));
    }
}
