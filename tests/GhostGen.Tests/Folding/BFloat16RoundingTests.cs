using CsCheck;
using GhostGen.Folding;
using Xunit;

namespace GhostGen.Tests.Folding;

/// <summary>Rounding to the upper half of a single, to the bit.</summary>
public sealed class BFloat16RoundingTests
{
    private const int HalfUnits = 0x10000;

    [Theory]
    [InlineData(0x3F800000, 0x3F800000)] // 1 stays 1
    [InlineData(0x3F808000, 0x3F800000)] // in the middle, and below is even
    [InlineData(0x3F808001, 0x3F810000)] // beyond the middle
    [InlineData(0x3F818000, 0x3F820000)] // in the middle, and above is even
    [InlineData(0x3F817FFF, 0x3F810000)] // before the middle
    [InlineData(0x3FFFFFFF, 0x40000000)] // up to the next power of two
    [InlineData(0x00000000, 0x00000000)]
    [InlineData(0x00008000, 0x00000000)] // a denormal in the middle, to zero, which is even
    [InlineData(0x00018000, 0x00020000)]
    [InlineData(0x007FFFFF, 0x00800000)] // the largest denormal becomes the least normal number
    [InlineData(0x7F7F7FFF, 0x7F7F0000)]
    [InlineData(0x7F7F8000, 0x7F7F0000)] // would be infinite
    [InlineData(0x7F7FFFFF, 0x7F7F0000)] // the largest single
    public void Numbers_go_to_the_nearest_and_from_the_middle_to_the_even_one(int bits, int expected)
    {
        Assert.Equal(expected, Rounded(bits));
        Assert.Equal(expected | int.MinValue, Rounded(bits | int.MinValue));
    }

    [Fact]
    public void No_other_number_of_the_kind_is_nearer() => Gen.Int[0, 0x7F7F_7FFF].Sample(static bits =>
    {
        double value = BitConverter.Int32BitsToSingle(bits);
        double below = BitConverter.Int32BitsToSingle(bits / HalfUnits * HalfUnits);
        double above = BitConverter.Int32BitsToSingle(((bits / HalfUnits) + 1) * HalfUnits);
        double expected = value - below < above - value ? below
            : value - below > above - value ? above
            : bits / HalfUnits % 2 == 0 ? below : above;
        Assert.Equal(expected, BitConverter.Int32BitsToSingle(Rounded(bits)));
    });

    [Fact]
    public void What_is_rounded_stays_as_it_is()
    {
        float[] weights = [0.1f, -3.3f];
        Assert.NotSame(weights, BFloat16Rounding.Round(weights));
        Assert.Equal([0.1f, -3.3f], weights);
    }

    private static int Rounded(int bits) => BitConverter.SingleToInt32Bits(Assert.Single(BFloat16Rounding.Round([BitConverter.Int32BitsToSingle(bits)])));
}
