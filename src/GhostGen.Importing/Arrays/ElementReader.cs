using System.Buffers.Binary;

namespace GhostGen.Importing.Arrays;

/// <summary>Reads elements of all types as singles, and never rounds one.</summary>
internal static class ElementReader
{
    /// <summary>The bytes of an element.</summary>
    public static int SizeOf(ElementType type) => type switch
    {
        ElementType.Float64 => sizeof(double),
        ElementType.Float32 => sizeof(float),
        _ => sizeof(ushort),
    };

    /// <summary>Reads elements.</summary>
    /// <param name="bytes">The elements, one behind the other.</param>
    /// <param name="type">Their type.</param>
    /// <param name="isBigEndian">Whether the most significant byte of each comes first.</param>
    /// <param name="values">As many singles as there are elements.</param>
    /// <returns>The index of the first double that is no single, or -1.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, ElementType type, bool isBigEndian, Span<float> values)
    {
        int size = SizeOf(type);
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> element = bytes.Slice(i * size, size);
            switch (type)
            {
                case ElementType.Float64:
                    double wide = isBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(element) : BinaryPrimitives.ReadDoubleLittleEndian(element);
                    values[i] = (float)wide;
                    if (values[i] != wide && !double.IsNaN(wide))
                    {
                        return i;
                    }

                    break;
                case ElementType.Float32:
                    values[i] = isBigEndian ? BinaryPrimitives.ReadSingleBigEndian(element) : BinaryPrimitives.ReadSingleLittleEndian(element);
                    break;
                case ElementType.Float16:
                    values[i] = (float)(isBigEndian ? BinaryPrimitives.ReadHalfBigEndian(element) : BinaryPrimitives.ReadHalfLittleEndian(element));
                    break;
                default:
                    ushort upper = isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(element) : BinaryPrimitives.ReadUInt16LittleEndian(element);
                    values[i] = BitConverter.UInt32BitsToSingle((uint)upper << 16);
                    break;
            }
        }

        return -1;
    }
}
