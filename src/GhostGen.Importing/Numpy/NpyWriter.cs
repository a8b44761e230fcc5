using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using GhostGen.Importing.Arrays;

namespace GhostGen.Importing.Numpy;

/// <summary>Writes one array in version 1 of NumPy's format.</summary>
internal static class NpyWriter
{
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Start => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes an array, bit for bit. The stream is left open.</summary>
    public static void Write(NamedArray array, Stream stream)
    {
        string sizes = string.Join(", ", array.Sizes.Select(static size => size.ToString(CultureInfo.InvariantCulture)));
        string header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({sizes}{(array.Sizes.Count == 1 ? "," : "")}), }}";

        // The format asks that elements begin at a multiple of 64 and the header ends with a line break.
        int before = Start.Length + sizeof(ushort);
        int length = ((before + header.Length + 1 + Alignment - 1) / Alignment * Alignment) - before;
        Span<byte> lengthBytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(lengthBytes, (ushort)length);
        stream.Write(Start);
        stream.Write(lengthBytes);
        stream.Write(Encoding.ASCII.GetBytes(header.PadRight(length - 1) + "\n"));
        stream.WriteSingles(array.Values);
    }
}
