using CsCheck;
using GhostGen.Quantization;
using Xunit;

namespace GhostGen.Tests.Quantization;

/// <summary>Rows of weights as bytes: no pair saturates, and nothing is further away than half a unit.</summary>
public sealed class RowQuantizerTests
{
    /// <summary>The largest byte of an element.</summary>
    private const int LargestElement = 255;

    private static readonly float[] Edges = [0f, -0f, 1f, -1f, float.MaxValue, float.MinValue, float.Epsilon];

    /// <summary>Weights of trained size, of any size, and edges.</summary>
    private static readonly Gen<float> Weight = Gen.OneOf(
        Gen.Float[-1, 1],
        Gen.Select(Gen.Int[0, 0x7F7F_FFFF], Gen.Bool, static (bits, negative) => BitConverter.Int32BitsToSingle(negative ? bits | int.MinValue : bits)),
        Gen.Int[0, Edges.Length - 1].Select(static i => Edges[i]));

    private static readonly float[][] Adversarial =
    [
        [1f, 1f, 1f, 1f, 1f],
        [-1f, 1f, 1f, -1f],
        [float.MaxValue, float.MaxValue, float.MinValue, float.MinValue],
        [float.MaxValue, 1f, 1e-30f, -1f],
        [0f, -0f, 0f],
        [float.Epsilon, float.Epsilon, -float.Epsilon],
        [1e-38f, 1e-39f],
        [127f, 0.5f, 0.5f, 127f, -127f, -0.5f],
        [1f],
    ];

    [Fact]
    public void Any_row_keeps_the_bounds() => Weight.Array[1, 40].Sample(Check);

    [Fact]
    public void Rows_at_the_bound_keep_the_bounds() => Array.ForEach(Adversarial, Check);

    [Fact]
    public void A_row_of_zeros_is_one_of_zeros()
    {
        (sbyte[] bytes, float scale) = Quantize([0f, -0f, 0f]);
        Assert.Equal([0, 0, 0], bytes);
        Assert.Equal(RowQuantizer.LeastScale, scale);
    }

    [Fact]
    public void The_largest_pair_sets_the_scale()
    {
        (sbyte[] bytes, float scale) = Quantize([1f, -26f, 100f, 27f, 63.5f, -64.5f]);
        Assert.Equal(128f / 127, scale);
        Assert.Equal([1, -26, 99, 27, 63, -64], bytes);
    }

    private static (sbyte[] Bytes, float Scale) Quantize(float[] row)
    {
        var bytes = new sbyte[row.Length];
        float scale = RowQuantizer.Quantize(row, bytes);
        return (bytes, scale);
    }

    private static void Check(float[] row)
    {
        (sbyte[] bytes, float scale) = Quantize(row);
        Assert.InRange(scale, RowQuantizer.LeastScale, float.MaxValue);
        for (int k = 0; k < row.Length; k++)
        {
            // Half a unit, and what the division was rounded by.
            Assert.InRange(Math.Abs(row[k] - (bytes[k] * (double)scale)), 0, scale * 0.50001);
            Assert.InRange(bytes[k], -127, 127);
        }

        for (int k = 0; k + 1 < row.Length; k += 2)
        {
            Assert.InRange(LargestElement * (Math.Abs((int)bytes[k]) + Math.Abs((int)bytes[k + 1])), 0, short.MaxValue);
        }
    }
}
