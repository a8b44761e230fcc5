using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsCheck;
using GhostGen.Kernels.Int8;
using GhostGen.Quantization;
using Xunit;

namespace GhostGen.Tests.Kernels.Int8;

/// <summary>Products of bytes with 16-bit elements are exact at every width, up to the bounds that weights and elements keep.</summary>
public sealed class Int8WideProductsTests
{
    private const int Bytes = 64;

    private static readonly Gen<sbyte> Weight = Gen.SByte[-127, 127];

    private static readonly Gen<short> Element = Gen.OneOf(Gen.Short[-32767, 32767], Gen.Bool.Select(static most => (short)(most ? 32767 : -32767)));

    [Fact]
    public void Sums_are_exact() => Gen.Select(Weight.Array[Bytes], Element.Array[Bytes], Gen.Int[-1_000_000, 1_000_000]).Sample(Check);

    [Theory]
    [InlineData(127, 32767)]
    [InlineData(-127, 32767)]
    [InlineData(127, -32767)]
    [InlineData(-127, -32767)]
    public void The_largest_products_are_exact(int weight, int element) =>
        Check([.. Enumerable.Repeat((sbyte)weight, Bytes)], [.. Enumerable.Repeat((short)element, Bytes)], 0);

    [Theory]
    [InlineData(Precision.Int8, 127)]
    [InlineData(Precision.Int8Wide, 32767)]
    public void The_longest_source_fits_32_bits(Precision precision, int element)
    {
        long columns = TensorParts.MostColumns(precision);
        long pairs = columns / 2;
        Assert.InRange(pairs * (RowQuantizer.Most + 1) * element, int.MaxValue / 2, int.MaxValue);
    }

    private static void Check(sbyte[] weights, short[] elements, int start)
    {
        int[] expected = [.. Enumerable.Repeat(start, Bytes / 4)];
        var stored = new sbyte[Bytes];
        for (int i = 0; i < Bytes; i++)
        {
            expected[i / 4] += weights[i] * elements[i];
            stored[(i & ~3) + (i % 2 * 2) + (i / 2 % 2)] = weights[i];
        }

        ReadOnlySpan<float> rows = MemoryMarshal.Cast<sbyte, float>(stored);
        ReadOnlySpan<int> pairs = MemoryMarshal.Cast<short, int>(elements);
        int[] first = [.. Enumerable.Range(0, Bytes / 4).Select(lane => MemoryMarshal.Cast<short, int>(elements)[2 * lane])];
        int[] second = [.. Enumerable.Range(0, Bytes / 4).Select(lane => MemoryMarshal.Cast<short, int>(elements)[(2 * lane) + 1])];
        for (int lane = 0; lane < expected.Length; lane++)
        {
            Assert.Equal(expected[lane], Int8WideProducts.Add(start, pairs[2 * lane], pairs[(2 * lane) + 1], rows[lane]));
        }

        Assert.Equal(Vector512.Create(expected), Int8WideProducts.Add(Vector512.Create(start), Vector512.Create(first), Vector512.Create(second), Vector512.Create(rows)));
        Assert.Equal(Vector256.Create(expected), Int8WideProducts.Add(Vector256.Create(start), Vector256.Create(first), Vector256.Create(second), Vector256.Create(rows)));
        Assert.Equal(Vector128.Create(expected), Int8WideProducts.Add(Vector128.Create(start), Vector128.Create(first), Vector128.Create(second), Vector128.Create(rows)));
    }
}
