using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GhostGen.Manifests;

/// <summary>Writes the pieces of a JSON document whose line breaks the caller decides, which the framework's writer does not allow.</summary>
internal sealed class JsonLineWriter(Stream stream)
{
    /// <summary>A multiple of three bytes, so that only the last piece of a tensor is padded, and of four, so that no float is cut.</summary>
    private const int PieceBytes = 3 * 4 * 1024;

    private readonly byte[] buffer = new byte[2 * PieceBytes];
    private int used;

    /// <summary>Writes ASCII text as it is.</summary>
    public void Raw(string text) => Write(Encoding.ASCII.GetBytes(text));

    /// <summary>Writes a string with its quotes; only what has to be escaped is.</summary>
    public void Text(string text)
    {
        Raw("\"");
        Write(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        Raw("\"");
    }

    /// <summary>Writes the name of a member and what parts it from its value.</summary>
    public void Name(string name)
    {
        Text(name);
        Raw(": ");
    }

    /// <summary>Writes a member whose value is a string.</summary>
    public void Member(string name, string value)
    {
        Name(name);
        Text(value);
    }

    /// <summary>Writes floats, little-endian, as a string of base64.</summary>
    public void Base64(float[] values)
    {
        Raw("\"");
        ReadOnlySpan<float> rest = values;
        var piece = new byte[PieceBytes];
        while (rest.Length > 0)
        {
            int count = Math.Min(rest.Length, PieceBytes / sizeof(float));
            ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(rest.Slice(0, count));
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(piece.AsSpan(i * sizeof(float)), bits[i]);
            }

            Reserve(PieceBytes / 3 * 4);
            System.Buffers.Text.Base64.EncodeToUtf8(piece.AsSpan(0, count * sizeof(float)), buffer.AsSpan(used), out _, out int written);
            used += written;
            rest = rest.Slice(count);
        }

        Raw("\"");
    }

    /// <summary>Hands everything to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            Reserve(1);
            int count = Math.Min(bytes.Length, buffer.Length - used);
            bytes.Slice(0, count).CopyTo(buffer.AsSpan(used));
            used += count;
            bytes = bytes.Slice(count);
        }
    }

    private void Reserve(int count)
    {
        if (buffer.Length - used < count)
        {
            Flush();
        }
    }
}
