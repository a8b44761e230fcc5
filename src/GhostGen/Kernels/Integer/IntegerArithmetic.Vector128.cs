using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GhostGen.Kernels.Integer;

/// <content>Vectors of 128 bits.</content>
public static partial class IntegerArithmetic
{
    /// <inheritdoc cref="Finish(int, int, IntegerShift, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Finish(Vector128<int> products, Vector128<int> multiplier, IntegerShift shift, Vector128<int> addend)
    {
        Vector128<int> contribution = (Upper(products, multiplier, 0) + Vector128.Create(shift.Half)) >> shift.Right;
        return addend + (Vector128.Min(Vector128.Max(contribution, Vector128.Create(-shift.Most)), Vector128.Create(shift.Most)) << shift.Left);
    }

    /// <inheritdoc cref="MultiplyAdd(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MultiplyAdd(Vector128<int> gate, Vector128<int> sum, Vector128<int> addend) => addend + Upper(sum << 1, gate << 16, Half);

    /// <inheritdoc cref="Multiply(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Multiply(Vector128<int> gate, Vector128<int> value) => Upper(value << 1, gate << 16, Half);

    /// <inheritdoc cref="Blend(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Blend(Vector128<int> update, Vector128<int> candidate, Vector128<int> old) => candidate + Upper((old - candidate) << 1, update << 16, Half);

    /// <inheritdoc cref="AddWherePresent(int, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> AddWherePresent(Vector128<int> bias, Vector128<int> present, Vector128<int> addend) => addend + Vector128.AndNot(bias, Vector128.Equals(present, Vector128<int>.Zero));

    /// <inheritdoc cref="Upper(int, int, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Upper(Vector128<int> left, Vector128<int> right, long addend)
    {
        // The compiler leaves an addition of zero out.
        Vector128<long> addends = Vector128.Create(addend);
        if (Sse41.IsSupported)
        {
            // Every second lane, and the others moved to where these were.
            Vector128<long> even = Sse41.Multiply(left, right) + addends;
            Vector128<long> odd = Sse41.Multiply((left.AsInt64() >>> 32).AsInt32(), (right.AsInt64() >>> 32).AsInt32()) + addends;
            return Sse41.Blend((even >>> 32).AsInt16(), odd.AsInt16(), 0xCC).AsInt32();
        }

        if (AdvSimd.IsSupported)
        {
            Vector128<long> lower = AdvSimd.MultiplyWideningLower(left.GetLower(), right.GetLower()) + addends;
            Vector128<long> upper = AdvSimd.MultiplyWideningLower(left.GetUpper(), right.GetUpper()) + addends;
            return Vector128.Narrow(lower >> 32, upper >> 32);
        }

        return Vector128.Create(Upper(left[0], right[0], addend), Upper(left[1], right[1], addend), Upper(left[2], right[2], addend), Upper(left[3], right[3], addend));
    }
}
