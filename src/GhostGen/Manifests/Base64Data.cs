using System.Buffers;
using System.Buffers.Text;

namespace GhostGen.Manifests;

/// <summary>Base64 (RFC 4648, section 4) with exactly one spelling for any bytes.</summary>
internal static class Base64Data
{
    private const byte Padding = (byte)'=';

    /// <summary>The number of characters of so many bytes.</summary>
    public static long LengthOf(long bytes) => (bytes + 2) / 3 * 4;

    /// <summary>The index of the first character that base64 does not have at its place, or -1. Padding has its place in the last two characters.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> characters)
    {
        for (int i = 0; i < characters.Length; i++)
        {
            byte character = characters[i];
            bool isPadding = character == Padding && i >= characters.Length - 2 && characters[characters.Length - 1] == Padding;
            if (Value(character) < 0 && !isPadding)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Decodes characters that are as many as <paramref name="bytes"/> need, at least four.</summary>
    /// <returns>
    /// Whether they are base64, padded for that many bytes, with no bit left over. Where <see cref="FirstInvalid"/> finds no fault,
    /// <paramref name="defect"/> tells the other two apart.
    /// </returns>
    public static bool TryDecode(ReadOnlySpan<byte> characters, Span<byte> bytes, out ModelDefect defect)
    {
        int padding = (3 - (bytes.Length % 3)) % 3;
        int found = 0;
        while (found < 2 && characters[characters.Length - 1 - found] == Padding)
        {
            found++;
        }

        defect = ModelDefect.WrongDataLength;
        if (found != padding)
        {
            return false;
        }

        int unused = Value(characters[characters.Length - 1 - padding]) & ((1 << (2 * padding)) - 1);
        if (unused != 0)
        {
            defect = ModelDefect.NonCanonicalBase64;
            return false;
        }

        // The decoder skips white space, but then there are too few bytes.
        OperationStatus status = Base64.DecodeFromUtf8(characters, bytes, out _, out int written);
        return status == OperationStatus.Done && written == bytes.Length;
    }

    private static int Value(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => character - 'A',
        >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
