using System.Numerics;
using System.Runtime.Intrinsics;
using CsCheck;
using GhostGen.Kernels.Integer;
using GhostGen.Quantization;
using Xunit;

namespace GhostGen.Tests.Kernels.Integer;

/// <summary>Whole numbers are multiplied, shifted and rounded as they should be, at every width, and never overflow.</summary>
public sealed class IntegerArithmeticTests
{
    private const int Lanes = 16;
    private const int MostContribution = 1 << 28;
    private const int MostSum = 3 << 28;

    private static readonly Gen<int> Products = Gen.OneOf(Gen.Int, Gen.Int[-1000, 1000], Gen.Bool.Select(static most => most ? int.MaxValue : -int.MaxValue));
    private static readonly Gen<int> Gate = Gen.Int[0, 32767];
    private static readonly Gen<int> Value = Gen.OneOf(Gen.Int[-32767, 32767], Gen.Int[-(1 << 24), 1 << 24]);

    [Fact]
    public void What_products_stand_for_is_added_and_kept_within_its_bounds() =>
        Gen.Select(Products.Array[Lanes], Gen.Int[1 << 20, int.MaxValue].Array[Lanes], Gen.Int[-150, 80], Gen.Int[-MostSum, MostSum].Array[Lanes]).Sample(static (products, multipliers, shift, sums) =>
        {
            int[] expected = [.. products.Select((product, i) => sums[i] + Contribution(product, multipliers[i], shift))];
            AssertSame(
                expected,
                i => IntegerArithmetic.Finish(products[i], multipliers[i], new(shift), sums[i]),
                () => IntegerArithmetic.Finish(Vector128.Create(products), Vector128.Create(multipliers), new(shift), Vector128.Create(sums)),
                () => IntegerArithmetic.Finish(Vector256.Create(products), Vector256.Create(multipliers), new(shift), Vector256.Create(sums)),
                () => IntegerArithmetic.Finish(Vector512.Create(products), Vector512.Create(multipliers), new(shift), Vector512.Create(sums)));
        });

    [Fact]
    public void A_gate_times_a_sum_is_added() => Gen.Select(Gate.Array[Lanes], Gen.Int[-MostSum, MostSum].Array[Lanes], Gen.Int[-MostSum, MostSum].Array[Lanes]).Sample(static (gates, sums, addends) =>
        AssertSame(
            [.. gates.Select((gate, i) => addends[i] + Rounded((long)gate * sums[i], 15))],
            i => IntegerArithmetic.MultiplyAdd(gates[i], sums[i], addends[i]),
            () => IntegerArithmetic.MultiplyAdd(Vector128.Create(gates), Vector128.Create(sums), Vector128.Create(addends)),
            () => IntegerArithmetic.MultiplyAdd(Vector256.Create(gates), Vector256.Create(sums), Vector256.Create(addends)),
            () => IntegerArithmetic.MultiplyAdd(Vector512.Create(gates), Vector512.Create(sums), Vector512.Create(addends))));

    [Fact]
    public void A_gate_times_a_value() => Gen.Select(Gate.Array[Lanes], Value.Array[Lanes]).Sample(static (gates, values) =>
        AssertSame(
            [.. gates.Select((gate, i) => Rounded((long)gate * values[i], 15))],
            i => IntegerArithmetic.Multiply(gates[i], values[i]),
            () => IntegerArithmetic.Multiply(Vector128.Create(gates), Vector128.Create(values)),
            () => IntegerArithmetic.Multiply(Vector256.Create(gates), Vector256.Create(values)),
            () => IntegerArithmetic.Multiply(Vector512.Create(gates), Vector512.Create(values))));

    [Fact]
    public void A_blend_lies_between_what_it_blends() => Gen.Select(Gate.Array[Lanes], Value.Array[Lanes], Value.Array[Lanes]).Sample(static (updates, candidates, old) =>
    {
        int[] expected = [.. updates.Select((update, i) => candidates[i] + Rounded((long)update * (old[i] - candidates[i]), 15))];
        Assert.All(Enumerable.Range(0, Lanes), i => Assert.InRange(expected[i], Math.Min(candidates[i], old[i]), Math.Max(candidates[i], old[i])));
        AssertSame(
            expected,
            i => IntegerArithmetic.Blend(updates[i], candidates[i], old[i]),
            () => IntegerArithmetic.Blend(Vector128.Create(updates), Vector128.Create(candidates), Vector128.Create(old)),
            () => IntegerArithmetic.Blend(Vector256.Create(updates), Vector256.Create(candidates), Vector256.Create(old)),
            () => IntegerArithmetic.Blend(Vector512.Create(updates), Vector512.Create(candidates), Vector512.Create(old)));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(0x3F800000)]
    public void A_bias_of_ghosts_counts_once_there_are_some(int present)
    {
        int[] biases = [.. Enumerable.Range(-8, Lanes)];
        int[] sums = [.. Enumerable.Range(100, Lanes)];
        AssertSame(
            [.. sums.Select((sum, i) => present == 0 ? sum : sum + biases[i])],
            i => IntegerArithmetic.AddWherePresent(biases[i], present, sums[i]),
            () => IntegerArithmetic.AddWherePresent(Vector128.Create(biases), Vector128.Create(present), Vector128.Create(sums)),
            () => IntegerArithmetic.AddWherePresent(Vector256.Create(biases), Vector256.Create(present), Vector256.Create(sums)),
            () => IntegerArithmetic.AddWherePresent(Vector512.Create(biases), Vector512.Create(present), Vector512.Create(sums)));
    }

    [Fact]
    public void A_scale_becomes_a_multiplier_of_31_bits() => Gen.Select(Gen.Double[-100, 60], Gen.Double[0, 30]).Sample(static (exponent, smaller) =>
    {
        float largest = (float)Math.Pow(2, exponent);
        float scale = (float)(largest * Math.Pow(2, -smaller));
        int shift = FixedPointScale.Shift(largest);
        Assert.InRange(FixedPointScale.Multiplier(largest, shift), 1 << 30, int.MaxValue);

        // A sum has one bit more behind the point than its elements.
        double stands = FixedPointScale.Multiplier(scale, shift) * Math.Pow(2, shift - 32);
        Assert.InRange(stands - (2.0 * scale), -Math.Pow(2, shift - 33), Math.Pow(2, shift - 33));
    });

    /// <summary>Seven times the most that a source may add is the most that a candidate can become.</summary>
    [Fact]
    public void The_largest_candidate_does_not_overflow()
    {
        int inside = IntegerArithmetic.Finish(int.MaxValue, int.MaxValue, new(40), IntegerArithmetic.Finish(int.MaxValue, int.MaxValue, new(40), IntegerArithmetic.Bias(float.MaxValue)));
        int outside = IntegerArithmetic.Finish(int.MaxValue, int.MaxValue, new(40), inside);
        Assert.Equal(3 * MostContribution, inside);
        int candidate = IntegerArithmetic.MultiplyAdd(32767, inside, outside);
        Assert.InRange(candidate, 6 * MostContribution, 7L * MostContribution);
        Assert.Equal(32757, IntegerActivations.Tanh(candidate));
    }

    /// <summary>Products times multiplier times a power of two, in as many bits as it takes: down, then to nearest where it is shifted right.</summary>
    private static int Contribution(int products, int multiplier, int shift)
    {
        BigInteger high = ((BigInteger)products * multiplier) >> 32;
        BigInteger shifted = shift < 0 ? Rounded(high, Math.Min(-shift, 30)) : high;
        int left = Math.Clamp(shift, 0, 28);
        return (int)BigInteger.Max(-(MostContribution >> left), BigInteger.Min(MostContribution >> left, shifted)) << left;
    }

    private static BigInteger Rounded(BigInteger value, int bits) => (value + (BigInteger.One << bits >> 1)) >> bits;

    private static int Rounded(long value, int bits) => (int)((value + (1L << bits >> 1)) >> bits);

    private static void AssertSame(int[] expected, Func<int, int> one, Func<Vector128<int>> four, Func<Vector256<int>> eight, Func<Vector512<int>> sixteen)
    {
        Assert.Equal(expected, Enumerable.Range(0, Lanes).Select(one));
        Assert.Equal(Vector128.Create(expected), four());
        Assert.Equal(Vector256.Create(expected), eight());
        Assert.Equal(Vector512.Create(expected), sixteen());
    }
}
