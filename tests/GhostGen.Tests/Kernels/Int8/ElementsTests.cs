using System.Runtime.InteropServices;
using CsCheck;
using Xunit;

namespace GhostGen.Tests.Kernels.Int8;

/// <summary>Elements as whole numbers: the nearest, of a fixed or a measured range, for every number of them.</summary>
/// <param name="most">The largest of those numbers.</param>
/// <param name="size">The bytes of each.</param>
public abstract class ElementsTests(float most, int size)
{
    private const byte Untouched = 0xA5;

    private static readonly Gen<float[]> Elements = Gen.OneOf(
        Gen.Float[-1.5f, 1.5f].Array[1, 70],
        Gen.Float[-1e-3f, 1e30f].Array[1, 70],
        Gen.Int[-254, 254].Select(static halves => halves / 254f).Array[1, 70],
        Gen.Int[-65534, 65534].Select(static halves => halves / 65534f).Array[1, 70]);

    [Fact]
    public void Bounded_elements_are_rounded_to_the_nearest() => Elements.Sample(values => Check(values, 1, 1));

    [Fact]
    public void Elements_beyond_a_known_range_become_its_ends() => Gen.Select(Elements, Gen.OneOf(Gen.Float[0.01f, 3f], Gen.Float[1e-3f, 1e18f], Gen.Const(MathF.ScaleB(1, -60)), Gen.Const(MathF.ScaleB(1, 60))))
        .Sample((values, range) => Check(values, range, range));

    [Fact]
    public void Ends_of_a_range_are_the_largest_numbers_and_half_of_it_is_half_of_them()
    {
        float[] values = [2.5f, -2.5f, 2.6f, -1e30f, float.MaxValue, 1.25f, 0, 1e-30f];
        (byte[] bytes, float unit) = Quantize(values, 2.5f);
        Assert.Equal(2.5f / most, unit);
        int half = (int)MathF.Round(most / 2, MidpointRounding.ToEven);
        Assert.Equal([(int)most, -(int)most, (int)most, -(int)most, (int)most, half, 0, 0], Enumerable.Range(0, values.Length).Select(i => Stored(bytes, i)));
    }

    [Fact]
    public void The_largest_element_sets_the_range() => Elements.Sample(values =>
        Check(values, Math.Max(MathF.ScaleB(1, -60), values.Max(Math.Abs)), null));

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
            (byte[] bytes, float unit) = Quantize([.. Enumerable.Repeat(value, count)], null);
            Assert.All(Enumerable.Range(0, count), i => Assert.Equal(0, Stored(bytes, i)));
            Assert.Equal(MathF.ScaleB(1, -60) / most, unit);
        }
    }

    [Fact]
    public void What_is_no_number_makes_the_unit_none() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, 39], Gen.Int[0, 2], Gen.Int[0, 2]).Sample((count, index, kind, way) =>
        {
            var values = new float[count];
            values[index % count] = kind switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => float.NegativeInfinity };
            Assert.True(float.IsNaN(Quantize(values, way switch { 0 => null, 1 => 1, _ => 2.5f }).Unit));
        });

    /// <summary>Writes the numbers, of a measured range where none is given, and returns what one unit of them stands for.</summary>
    protected abstract float Write(float[] values, float? range, float[] room);

    /// <summary>The number of an element.</summary>
    protected abstract int Stored(byte[] bytes, int index);

    private (byte[] Bytes, float Unit) Quantize(float[] values, float? range)
    {
        var room = new float[(size * values.Length / 4) + 2];
        Span<byte> bytes = MemoryMarshal.AsBytes(room.AsSpan());
        bytes.Fill(Untouched);
        float unit = Write(values, range, room);
        return (bytes.ToArray(), unit);
    }

    private void Check(float[] values, float range, float? known)
    {
        (byte[] bytes, float unit) = Quantize(values, known);
        Assert.Equal(range / most, unit);
        float inverse = most / range;
        for (int i = 0; i < values.Length; i++)
        {
            float expected = MathF.Round(Math.Clamp(values[i] * inverse, -most, most), MidpointRounding.ToEven);
            Assert.Equal((int)expected, Stored(bytes, i));
        }

        Assert.All(bytes[(size * values.Length)..], static rest => Assert.Equal(Untouched, rest));
    }
}
