using System.Runtime.CompilerServices;

namespace GhostGen.Kernels.Integer;

/// <summary>
/// What steps in whole numbers are made of besides products and activations. Sums have 16 bits behind the point, values 15: states, gates and outputs. Every
/// division by a power of two rounds to nearest, halves up. Exact, so the same on every machine and at every vector width.
/// </summary>
/// <remarks>
/// Biases and what a source adds to a sum are kept within 2^28, which stands for 4,096. A sum takes in one bias and four sources at most, and a
/// candidate a second sum of three times the reset gate: 7 * 2^28 at most, less than 2^31. Nothing overflows, whatever the weights are.
/// </remarks>
public static partial class IntegerArithmetic
{
    /// <summary>The bits behind the point of a sum.</summary>
    internal const int SumBits = 16;

    /// <summary>The bits behind the point of a value.</summary>
    internal const int ValueBits = 15;

    /// <summary>The largest bias, and the most that a source adds to a sum.</summary>
    internal const int MostContribution = 1 << 28;

    /// <summary>Half of what a unit is in the upper half of a product.</summary>
    private const long Half = 1L << 31;

    /// <summary>The whole number that stands in the place of a single.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Whole(float bits) => BitConverter.SingleToInt32Bits(bits);

    /// <summary>A whole number as it stands in the place of a single.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float InPlace(int whole) => BitConverter.Int32BitsToSingle(whole);

    /// <summary>What products stand for, added: <c>products * multiplier * 2^(shift - 32)</c>, kept within 2^28.</summary>
    /// <param name="products">A sum of products of weights and elements.</param>
    /// <param name="multiplier">The scale of the output's weights over 2^(shift of the weights - 32).</param>
    /// <param name="shift">That of the source.</param>
    /// <param name="addend">The sum so far.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Finish(int products, int multiplier, IntegerShift shift, int addend)
    {
        int contribution = (Upper(products, multiplier, 0) + shift.Half) >> shift.Right;
        return addend + (Math.Clamp(contribution, -shift.Most, shift.Most) << shift.Left);
    }

    /// <summary><c>value * gate + addend</c>: the reset gate's part of a candidate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MultiplyAdd(int gate, int sum, int addend) => addend + Upper(sum << 1, gate << 16, Half);

    /// <summary><c>gate * value</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Multiply(int gate, int value) => Upper(value << 1, gate << 16, Half);

    /// <summary><c>(1 - update) * candidate + update * old</c>, as <c>candidate + update * (old - candidate)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Blend(int update, int candidate, int old) => candidate + Upper((old - candidate) << 1, update << 16, Half);

    /// <summary><c>addend + bias</c> where there are ghosts, which what stands in the place of <paramref name="present"/> says, and <c>addend</c> where not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AddWherePresent(int bias, int present, int addend) => present == 0 ? addend : addend + bias;

    /// <summary>A bias as a sum begins with it.</summary>
    internal static int Bias(float bias) => (int)Math.Clamp(Math.Round((double)bias * (1 << SumBits)), -MostContribution, MostContribution);

    /// <summary>The upper half of a product: <c>(left * right + addend) / 2^32</c>, rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Upper(int left, int right, long addend) => (int)((((long)left * right) + addend) >> 32);
}
