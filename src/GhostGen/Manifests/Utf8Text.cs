using System.Buffers.Binary;

namespace GhostGen.Manifests;

/// <summary>Whether texts are Unicode at all, in either form.</summary>
internal static class Utf8Text
{
    private const ulong HighBits = 0x8080808080808080;

    /// <summary>The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629), or -1.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int i = 0;
        while (i < utf8.Length)
        {
            if (i + sizeof(ulong) <= utf8.Length && (BinaryPrimitives.ReadUInt64LittleEndian(utf8.Slice(i)) & HighBits) == 0)
            {
                i += sizeof(ulong);
                continue;
            }

            int length = SequenceLength(utf8.Slice(i));
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <summary>Whether every surrogate of <paramref name="text"/> is one of a pair.</summary>
    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private static int SequenceLength(ReadOnlySpan<byte> rest)
    {
        byte first = rest[0];
        int length = first switch
        {
            < 0x80 => 1,
            < 0xC2 => 0,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF5 => 4,
            _ => 0,
        };
        if (length > rest.Length)
        {
            return 0;
        }

        for (int i = 1; i < length; i++)
        {
            if ((rest[i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        // The second byte rules out overlong forms, surrogates and anything above U+10FFFF.
        return first switch
        {
            0xE0 when rest[1] < 0xA0 => 0,
            0xED when rest[1] > 0x9F => 0,
            0xF0 when rest[1] < 0x90 => 0,
            0xF4 when rest[1] > 0x8F => 0,
            _ => length,
        };
    }
}
