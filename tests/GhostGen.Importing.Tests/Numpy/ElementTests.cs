using System.Buffers.Binary;
using System.Text;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Numpy;
using Xunit;

namespace GhostGen.Importing.Tests.Numpy;

/// <summary>Elements of every type become singles without being rounded.</summary>
public sealed class ElementTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_half_is_widened_exactly(bool isBigEndian)
    {
        float[] values = ReadAll(ElementType.Float16, isBigEndian);
        for (int bits = 0; bits < values.Length; bits++)
        {
            // The value by the definition of the format: sign, five bits of exponent, ten of fraction.
            int exponent = (bits >> 10) & 31;
            int fraction = bits & 1023;
            double magnitude = exponent switch
            {
                0 => fraction * Math.ScaleB(1, -24),
                31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
                _ => (1024 + fraction) * Math.ScaleB(1, exponent - 25),
            };
            double expected = bits >> 15 == 0 ? magnitude : -magnitude;
            Assert.Equal(expected, values[bits]);
            Assert.Equal(bits >> 15 != 0, float.IsNegative(values[bits]));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_bfloat_is_the_upper_half_of_its_single(bool isBigEndian)
    {
        float[] values = ReadAll(ElementType.BFloat16, isBigEndian);
        for (int bits = 0; bits < values.Length; bits++)
        {
            Assert.Equal((uint)bits << 16, BitConverter.SingleToUInt32Bits(values[bits]));
        }
    }

    [Theory]
    [InlineData(1.5, -1)]
    [InlineData(1e-45, 0)]
    [InlineData(0.1, 0)]
    [InlineData(1e300, 0)]
    [InlineData(double.PositiveInfinity, -1)]
    [InlineData(-0.0, -1)]
    public void A_double_is_read_where_it_is_a_single_and_named_where_not(double value, int expected)
    {
        var bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        Assert.Equal(expected, ElementReader.Read(bytes, ElementType.Float64, isBigEndian: true, new float[1]));
    }

    [Theory]
    [InlineData("<f4", "False", "(2, 3)")]
    [InlineData(">f4", "False", "(2, 3,)")]
    [InlineData("<f4", "True", "(2, 3)")]
    [InlineData("<f8", "True", "(2,3)")]
    public void Arrays_are_read_in_both_orders_of_bytes_and_of_indices(string type, string isColumnMajor, string shape)
    {
        // As they stand in the file: rows 1 2 3 and 4 5 6, or the columns of these rows.
        double[] stored = isColumnMajor == "True" ? [1, 4, 2, 5, 3, 6] : [1, 2, 3, 4, 5, 6];
        using var stream = new MemoryStream();
        string header = $"{{'shape': {shape}, 'descr': \"{type}\", 'fortran_order': {isColumnMajor}}}\n";
        stream.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 2, 0]);
        stream.Write(BitConverter.GetBytes(header.Length));
        stream.Write(Encoding.ASCII.GetBytes(header));
        foreach (double value in stored)
        {
            byte[] bytes = type.EndsWith('8') ? BitConverter.GetBytes(value) : BitConverter.GetBytes((float)value);
            stream.Write(type[0] == '>' ? [.. bytes.Reverse()] : bytes);
        }

        stream.Position = 0;
        NamedArray array = NpyReader.Read(stream, "a", 6, "a.npy", null);
        Assert.Equal([2, 3], array.Sizes);
        Assert.Equal([1, 2, 3, 4, 5, 6], array.Values);
    }

    private static float[] ReadAll(ElementType type, bool isBigEndian)
    {
        const int patterns = 1 << 16;
        var bytes = new byte[patterns * sizeof(ushort)];
        for (int bits = 0; bits < patterns; bits++)
        {
            Span<byte> element = bytes.AsSpan(bits * sizeof(ushort));
            if (isBigEndian)
            {
                BinaryPrimitives.WriteUInt16BigEndian(element, (ushort)bits);
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(element, (ushort)bits);
            }
        }

        var values = new float[patterns];
        Assert.Equal(-1, ElementReader.Read(bytes, type, isBigEndian, values));
        return values;
    }
}
