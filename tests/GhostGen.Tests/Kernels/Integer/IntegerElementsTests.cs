using System.Runtime.InteropServices;
using CsCheck;
using GhostGen.Kernels.Integer;
using GhostGen.Quantization;
using Xunit;

namespace GhostGen.Tests.Kernels.Integer;

/// <summary>Sources as 16-bit numbers with an exponent, and states on their way in and out.</summary>
public sealed class IntegerElementsTests
{
    private const int First = 16;
    private const short Untouched = 0x5A5A;

    private static readonly Gen<float[]> Singles = Gen.OneOf(Gen.Float[-1f, 1f].Array[1, 70], Gen.Float[-1e-3f, 1e9f].Array[1, 70], Gen.Float[-1e-9f, 1e-9f].Array[1, 70], Gen.Float[-1f, 1f].Array[1025, 1100]);

    private static readonly Gen<int[]> Whole = Gen.OneOf(Gen.Int[-32767, 32767].Array[1, 70], Gen.Int[-(1 << 24), 1 << 24].Array[1, 70], Gen.Int[-32767, 32767].Array[1025, 1100]);

    [Fact]
    public void Singles_are_rounded_to_the_nearest_number_of_their_exponent() => Singles.Sample(static values =>
    {
        var room = new float[First + (values.Length / 2) + 2];
        float check = 0;
        short[] numbers = Numbers(room, (ref float place) => IntegerElements.Singles(ref values[0], values.Length, ref place, ref check), values.Length, out int exponent);
        Assert.Equal(0, check);
        double unit = Math.Pow(2, exponent - 15);
        double most = values.Max(static value => Math.Abs((double)value));
        int largest = short.MaxValue >> IntegerElements.MissingBits(values.Length);
        Assert.InRange(most / unit, 0, largest + 1);
        Assert.True(exponent <= -40 || most / unit >= (largest + 1) / 2, "A bit is given away.");
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal((int)Math.Clamp(Math.Round(values[i] / unit), -largest, largest), numbers[i]);
        }
    });

    [Theory]
    [InlineData(1f, 0)]
    [InlineData(1.0001f, 1)]
    [InlineData(2f, 1)]
    [InlineData(0.3f, -1)]
    [InlineData(1e30f, 40)]
    public void A_known_range_sets_the_exponent_and_what_lies_beyond_is_the_largest_number(float range, int exponent)
    {
        Assert.Equal(exponent, FixedPointScale.Exponent(range));
        float power = MathF.ScaleB(1, exponent);
        float[] values = [power, -power, 2 * power, power / 2, 0, power / 65536];
        var room = new float[First + 5];
        float check = 0;
        short[] numbers = Numbers(room, (ref float place) => IntegerElements.Within(ref values[0], values.Length, exponent, ref place, ref check), values.Length, out int written);
        Assert.Equal(exponent, written);
        Assert.Equal([32767, -32767, 32767, 16384, 0, 0], numbers);
    }

    [Fact]
    public void Whole_numbers_keep_their_15_bits_where_they_fit() => Gen.Select(Whole, Gen.Bool).Sample(static (values, isBounded) =>
    {
        float[] source = Array.ConvertAll(values, BitConverter.Int32BitsToSingle);
        var room = new float[First + (values.Length / 2) + 2];
        short[] numbers = Numbers(
            room,
            (ref float place) =>
            {
                if (isBounded)
                {
                    IntegerElements.Bounded(ref source[0], values.Length, ref place);
                }
                else
                {
                    IntegerElements.Measured(ref source[0], values.Length, ref place);
                }
            },
            values.Length,
            out int exponent);
        int missing = IntegerElements.MissingBits(values.Length);
        int largest = short.MaxValue >> missing;
        Assert.Equal(isBounded ? missing : missing + Math.Max(0, (int)Math.Floor(Math.Log2(Math.Max(1, values.Max(Math.Abs)))) - 14), exponent);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal((int)Math.Clamp(Math.Floor((values[i] / Math.Pow(2, exponent)) + 0.5 - (exponent == 0 ? 0.5 : 0)), -largest, largest), numbers[i]);
        }
    });

    [Theory]
    [InlineData(1024, 0)]
    [InlineData(1025, 1)]
    [InlineData(2048, 1)]
    [InlineData(2049, 2)]
    [InlineData(1 << 20, 10)]
    public void Long_sources_have_fewer_bits_and_their_sums_fit(int count, int missing)
    {
        Assert.Equal(missing, IntegerElements.MissingBits(count));
        Assert.InRange((count + 1) / 2 * 128L * (short.MaxValue >> missing), 1, int.MaxValue);
    }

    [Fact]
    public void What_is_not_finite_is_said() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, 39], Gen.Int[0, 2]).Sample(static (count, index, kind) =>
    {
        var values = new float[count];
        values[index % count] = kind switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => float.NegativeInfinity };
        var room = new float[First + (count / 2) + 2];
        float check = 0;
        IntegerElements.Singles(ref values[0], count, ref room[0], ref check);
        Assert.True(float.IsNaN(check));
        check = 0;
        var whole = new float[count];
        IntegerState.Read(ref values[0], count, ref whole[0], ref check);
        Assert.True(float.IsNaN(check));
        IntegerState.Write(ref whole[0], count, ref whole[0], check);
        Assert.All(whole, static value => Assert.True(float.IsNaN(value)));
    });

    [Fact]
    public void States_come_back_as_they_left() => Gen.Int[-(1 << 24), 1 << 24].Array[1, 40].Sample(static values =>
    {
        float[] whole = Array.ConvertAll(values, BitConverter.Int32BitsToSingle);
        float[] singles = [.. new float[values.Length], 7];
        IntegerState.Write(ref whole[0], values.Length, ref singles[0], 0);
        Assert.Equal(7, singles[^1]);
        Assert.Equal(values.Select(static value => value / 32768.0), singles[..^1].Select(static value => (double)value));
        float check = 0;
        var back = new float[values.Length];
        IntegerState.Read(ref singles[0], values.Length, ref back[0], ref check);
        Assert.Equal(0, check);
        Assert.Equal(values, back.Select(BitConverter.SingleToInt32Bits));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Ghosts_are_present_where_any_state_is_not_zero(int last)
    {
        float[] whole = [0, 0, BitConverter.Int32BitsToSingle(last)];
        Assert.Equal(last == 0 ? 0 : 1, BitConverter.SingleToInt32Bits(IntegerState.Present(ref whole[0], whole.Length)));
        Assert.Equal(0, BitConverter.SingleToInt32Bits(IntegerState.Present(ref whole[0], whole.Length - 1)));
    }

    private delegate void Writer(ref float place);

    private static short[] Numbers(float[] room, Writer write, int count, out int exponent)
    {
        Span<short> all = MemoryMarshal.Cast<float, short>(room.AsSpan());
        all.Fill(Untouched);
        write(ref room[0]);
        exponent = BitConverter.SingleToInt32Bits(room[0]);
        Assert.Equal(Untouched, all[(2 * First) + count]);
        return all.Slice(2 * First, count).ToArray();
    }
}
