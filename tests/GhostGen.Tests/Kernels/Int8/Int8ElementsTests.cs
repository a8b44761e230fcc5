using System.Runtime.InteropServices;
using CsCheck;
using GhostGen.Kernels.Int8;
using Xunit;

namespace GhostGen.Tests.Kernels.Int8;

/// <summary>Elements as bytes: the nearest, of a fixed or a measured range, for every number of them.</summary>
public sealed class Int8ElementsTests
{
    private const byte Untouched = 0xA5;

    private static readonly Gen<float[]> Elements = Gen.OneOf(
        Gen.Float[-1.5f, 1.5f].Array[1, 70],
        Gen.Float[-1e-3f, 1e30f].Array[1, 70],
        Gen.Int[-254, 254].Select(static halves => halves / 254f).Array[1, 70]);

    [Fact]
    public void Bounded_elements_are_rounded_to_the_nearest() => Elements.Sample(static values => Check(values, 1, bounded: true));

    [Fact]
    public void The_largest_element_sets_the_range() => Elements.Sample(static values =>
        Check(values, Math.Max(MathF.ScaleB(1, -60), values.Max(Math.Abs)), bounded: false));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(33)]
    public void Silence_and_denormals_are_zeros(int count)
    {
        foreach (float value in (float[])[0f, -0f, float.Epsilon, -1e-39f])
        {
            (byte[] bytes, float unit) = Quantize([.. Enumerable.Repeat(value, count)], bounded: false);
            Assert.All(bytes[..count], static stored => Assert.Equal(Int8Products.Offset, stored));
            Assert.Equal(MathF.ScaleB(1, -60) / 127, unit);
        }
    }

    [Fact]
    public void What_is_no_number_makes_the_unit_none() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, 39], Gen.Int[0, 2], Gen.Bool).Sample(static (count, index, kind, bounded) =>
        {
            var values = new float[count];
            values[index % count] = kind switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => float.NegativeInfinity };
            Assert.True(float.IsNaN(Quantize(values, bounded).Unit));
        });

    private static (byte[] Bytes, float Unit) Quantize(float[] values, bool bounded)
    {
        var room = new float[(values.Length / 4) + 2];
        Span<byte> bytes = MemoryMarshal.AsBytes(room.AsSpan());
        bytes.Fill(Untouched);
        float unit = bounded ? Int8Elements.Bounded(ref values[0], values.Length, ref room[0]) : Int8Elements.Measured(ref values[0], values.Length, ref room[0]);
        return (bytes.ToArray(), unit);
    }

    private static void Check(float[] values, float range, bool bounded)
    {
        (byte[] bytes, float unit) = Quantize(values, bounded);
        Assert.Equal(range / 127, unit);
        float inverse = 127 / range;
        for (int i = 0; i < values.Length; i++)
        {
            float expected = MathF.Round(Math.Clamp(values[i] * inverse, -127f, 127f), MidpointRounding.ToEven);
            int stored = Int8Products.Offset == 0 ? (sbyte)bytes[i] : bytes[i] - Int8Products.Offset;
            Assert.Equal((int)expected, stored);
        }

        Assert.All(bytes[values.Length..], static rest => Assert.Equal(Untouched, rest));
    }
}
