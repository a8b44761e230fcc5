using System.Buffers.Binary;
using System.Text;
using GhostGen.Importing.Arrays;

namespace GhostGen.Importing.Numpy;

/// <summary>
/// Reads one array in NumPy's format, versions 1 to 3: a magic word, the version, the length of a header, the header, the elements. Only what
/// is there is ever allocated: what a header declares costs nothing before as many bytes have come.
/// </summary>
internal static class NpyReader
{
    private const int PieceLength = 1 << 14;

    // What is allocated before the first element has come; it grows as they do.
    private const int FirstLength = 1 << 20;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array and requires that the stream ends behind it.</summary>
    /// <param name="stream">The stream, at the array's beginning.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="mostElements">The most elements it may have.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="place">The place in it, for messages.</param>
    /// <exception cref="ImportException">It has a defect, or elements that are not read.</exception>
    public static NamedArray Read(Stream stream, string name, long mostElements, string path, string? place)
    {
        NpyHeader header = ReadHeader(stream, path, place);
        int count = CountOf(header, mostElements, path, place);
        float[] values = ReadElements(stream, header, count, path, place);
        int[] sizes = [.. header.Sizes.Select(static size => (int)size)];
        return new(name, sizes, header.IsColumnMajor ? RowMajor(values, sizes) : values);
    }

    /// <summary>How many elements an array declares, of which none is read.</summary>
    /// <param name="stream">The stream, at the array's beginning.</param>
    /// <param name="mostElements">The most elements it may have.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="place">The place in it, for messages.</param>
    /// <exception cref="ImportException">Its header has a defect, or it declares more.</exception>
    public static int ReadCount(Stream stream, long mostElements, string path, string? place) => CountOf(ReadHeader(stream, path, place), mostElements, path, place);

    private static int CountOf(NpyHeader header, long mostElements, string path, string? place) =>
        ArrayLimits.CountOf(header.Sizes) is { } count && count <= mostElements
            ? count
            : throw new ImportException(path, place, FormattableString.Invariant(
                $"its shape is ({string.Join(", ", header.Sizes)}); sizes are not negative, and a model has at most {ArrayLimits.MostElements} elements in all."));

    private static NpyHeader ReadHeader(Stream stream, string path, string? place)
    {
        Span<byte> start = stackalloc byte[Magic.Length + 2];
        Fill(stream, start, path, place);
        if (!start.StartsWith(Magic))
        {
            throw new ImportException(path, place, "it does not begin as NumPy's arrays do, with the byte 0x93 and NUMPY.");
        }

        int version = start[Magic.Length];
        if (version is not (1 or 2 or 3))
        {
            throw new ImportException(path, place, FormattableString.Invariant($"the version of its format is {version}; 1, 2 and 3 are read."));
        }

        Span<byte> lengthBytes = stackalloc byte[version == 1 ? sizeof(ushort) : sizeof(uint)];
        Fill(stream, lengthBytes, path, place);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        const int longest = 1 << 16;
        if (length > longest)
        {
            throw new ImportException(path, place, FormattableString.Invariant($"its header has {length} bytes; at most {longest} are read."));
        }

        var text = new byte[length];
        Fill(stream, text, path, place);
        try
        {
            return NpyHeader.Parse(Encoding.UTF8.GetString(text));
        }
        catch (FormatException exception)
        {
            throw new ImportException(path, place, exception.Message + ".", exception);
        }
    }

    private static float[] ReadElements(Stream stream, NpyHeader header, int count, string path, string? place)
    {
        int size = ElementReader.SizeOf(header.Type);
        var values = new float[Math.Min(count, FirstLength)];
        var piece = new byte[Math.Min(count, PieceLength) * size];
        for (int done = 0; done < count;)
        {
            int part = Math.Min(count - done, PieceLength);
            Span<byte> bytes = piece.AsSpan(0, part * size);
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw new ImportException(path, place, FormattableString.Invariant(
                    $"its header declares {count} elements, and it ends after {done + (read / size)} of them; it is incomplete."));
            }

            if (values.Length < done + part)
            {
                Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
            }

            int odd = ElementReader.Read(bytes, header.Type, header.IsBigEndian, values.AsSpan(done, part));
            if (odd >= 0)
            {
                throw new ImportException(path, place, FormattableString.Invariant(
                    $"element {done + odd} is a double that no single equals; save the array as float32, so that the rounding is yours."));
            }

            done += part;
        }

        return stream.ReadByte() < 0
            ? values
            : throw new ImportException(path, place, FormattableString.Invariant($"bytes follow the {count} elements that its header declares; nothing may."));
    }

    private static void Fill(Stream stream, Span<byte> bytes, string path, string? place)
    {
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
        {
            throw new ImportException(path, place, FormattableString.Invariant($"it ends {bytes.Length - read} bytes too early; it is incomplete."));
        }
    }

    private static float[] RowMajor(float[] values, int[] sizes)
    {
        var ordered = new float[values.Length];
        var index = new int[sizes.Length];
        foreach (float value in values)
        {
            int at = 0;
            for (int i = 0; i < sizes.Length; i++)
            {
                at = (at * sizes[i]) + index[i];
            }

            ordered[at] = value;
            for (int i = 0; i < sizes.Length && ++index[i] == sizes[i]; i++)
            {
                index[i] = 0;
            }
        }

        return ordered;
    }
}
