using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GhostGen.Importing.Arrays;

/// <summary>Writes singles as every format here has them: little-endian.</summary>
internal static class SingleWriter
{
    private const int PieceLength = 4096;

    /// <summary>Writes values, bit for bit.</summary>
    public static void WriteSingles(this Stream stream, ReadOnlySpan<float> values)
    {
        Span<byte> piece = new byte[PieceLength * sizeof(float)];
        while (values.Length > 0)
        {
            int count = Math.Min(values.Length, PieceLength);
            ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(values[..count]);
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(piece[(i * sizeof(float))..], bits[i]);
            }

            stream.Write(piece[..(count * sizeof(float))]);
            values = values[count..];
        }
    }
}
