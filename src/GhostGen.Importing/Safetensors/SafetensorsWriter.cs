using System.Buffers.Binary;
using System.Text.Json;
using GhostGen.Importing.Arrays;

namespace GhostGen.Importing.Safetensors;

/// <summary>Writes safetensors, all elements as F32, in the order given.</summary>
internal static class SafetensorsWriter
{
    // Data begins at a multiple of this, as other writers have it: readers map files into memory.
    private const int Alignment = 8;

    /// <summary>Writes arrays to a stream, which is left open.</summary>
    /// <param name="file">The arrays, and the description that goes with them.</param>
    /// <param name="stream">The stream.</param>
    public static void Write(ArrayFile file, Stream stream)
    {
        byte[] header = Header(file);
        int padded = (header.Length + Alignment - 1) / Alignment * Alignment;
        Span<byte> prefix = stackalloc byte[SafetensorsFormat.PrefixLength];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)padded);
        stream.Write(prefix);
        stream.Write(header);
        for (int i = header.Length; i < padded; i++)
        {
            stream.WriteByte((byte)' ');
        }

        foreach (NamedArray array in file.Arrays)
        {
            stream.WriteSingles(array.Values);
        }
    }

    private static byte[] Header(ArrayFile file)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (file.Description is not null)
            {
                writer.WriteStartObject(SafetensorsFormat.Metadata);
                writer.WriteString(SafetensorsFormat.Description, file.Description);
                writer.WriteEndObject();
            }

            long start = 0;
            foreach (NamedArray array in file.Arrays)
            {
                writer.WriteStartObject(array.Name);
                writer.WriteString(SafetensorsFormat.ElementType, "F32");
                writer.WriteStartArray(SafetensorsFormat.Shape);
                foreach (int size in array.Sizes)
                {
                    writer.WriteNumberValue(size);
                }

                writer.WriteEndArray();
                writer.WriteStartArray(SafetensorsFormat.Offsets);
                writer.WriteNumberValue(start);
                start += array.Values.LongLength * sizeof(float);
                writer.WriteNumberValue(start);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
