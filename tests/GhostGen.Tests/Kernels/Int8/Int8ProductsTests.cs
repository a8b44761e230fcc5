using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsCheck;
using GhostGen.Kernels.Int8;
using Xunit;

namespace GhostGen.Tests.Kernels.Int8;

/// <summary>Products of bytes are exact at every width, up to the bounds that weights and elements keep.</summary>
public sealed class Int8ProductsTests
{
    private const int Bytes = 64;

    /// <summary>Two neighbours whose sizes add up to 128 at most.</summary>
    private static readonly Gen<(sbyte First, sbyte Second)> Pair =
        from first in Gen.Int[-127, 127]
        from second in Gen.Int[Math.Abs(first) - 128, 128 - Math.Abs(first)]
        select ((sbyte)first, (sbyte)Math.Clamp(second, -127, 127));

    private static readonly Gen<int> Element = Gen.OneOf(Gen.Int[-127, 127], Gen.Bool.Select(static most => most ? 127 : -127));

    [Fact]
    public void Sums_are_exact() => Gen.Select(Pair.Array[Bytes / 2], Element.Array[Bytes], Gen.Int[-1_000_000, 1_000_000]).Sample(static (pairs, elements, start) =>
        Check([.. pairs.SelectMany(static pair => (sbyte[])[pair.First, pair.Second])], elements, start));

    [Theory]
    [InlineData(64, 64, 127)]
    [InlineData(64, 64, -127)]
    [InlineData(-64, -64, 127)]
    [InlineData(127, 1, 127)]
    [InlineData(-1, -127, 127)]
    [InlineData(127, -1, -127)]
    public void The_largest_pairs_do_not_saturate(int first, int second, int element) =>
        Check([.. Enumerable.Range(0, Bytes).Select(i => (sbyte)(i % 2 == 0 ? first : second))], [.. Enumerable.Repeat(element, Bytes)], 0);

    [Fact]
    public void What_sums_stand_for_is_added_by_one_multiply_add()
    {
        float expected = GhostGen.Kernels.Scalar.MultiplyAdd(12_345, 0.3f * 0.007f, -1.5f);
        Assert.Equal(expected, Int8Products.Finish(12_345, 0.3f, 0.007f, -1.5f));
        Assert.Equal(Vector128.Create(expected), Int8Products.Finish(Vector128.Create(12_345), Vector128.Create(0.3f), 0.007f, Vector128.Create(-1.5f)));
        Assert.Equal(Vector256.Create(expected), Int8Products.Finish(Vector256.Create(12_345), Vector256.Create(0.3f), 0.007f, Vector256.Create(-1.5f)));
        Assert.Equal(Vector512.Create(expected), Int8Products.Finish(Vector512.Create(12_345), Vector512.Create(0.3f), 0.007f, Vector512.Create(-1.5f)));
    }

    private static void Check(sbyte[] weights, int[] elements, int start)
    {
        var expected = new int[Bytes / 4];
        byte[] stored = [.. elements.Select(static element => (byte)(element + Int8Products.Offset))];
        for (int i = 0; i < Bytes; i++)
        {
            expected[i / 4] += weights[i] * (elements[i] + Int8Products.Offset);
        }

        expected = Array.ConvertAll(expected, sum => sum + start);
        ReadOnlySpan<float> rows = MemoryMarshal.Cast<sbyte, float>(weights);
        ReadOnlySpan<int> lanes = MemoryMarshal.Cast<byte, int>(stored);
        for (int lane = 0; lane < expected.Length; lane++)
        {
            Assert.Equal(expected[lane], Int8Products.Add(start, lanes[lane], rows[lane]));
        }

        Assert.Equal(Vector512.Create(expected), Int8Products.Add(Vector512.Create(start), Vector512.Create(lanes), Vector512.Create(rows)));
        Assert.Equal(Vector256.Create(expected), Int8Products.Add(Vector256.Create(start), Vector256.Create(lanes), Vector256.Create(rows)));
        Assert.Equal(Vector128.Create(expected), Int8Products.Add(Vector128.Create(start), Vector128.Create(lanes), Vector128.Create(rows)));
    }
}
