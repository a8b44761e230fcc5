using GhostGen.Importing.Onnx.Messages;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace GhostGen.Importing.Onnx;

/// <summary>
/// Bounds what a file can make the parser allocate. A message of two bytes becomes an object of a hundred, so a large file of nothing but
/// empty nodes would fill the memory: their number is limited before anything is parsed. Arrays of numbers need no limit, since they take no
/// more than a few times their bytes.
/// </summary>
internal static class MessageLimit
{
    /// <summary>
    /// The most messages, texts and arrays in all. A GRU as PyTorch exports it, with nothing folded, has 600; a model of 256 such layers is far below.
    /// </summary>
    public const int MostFields = 1_000_000;

    private const int MostNumberBytes = 10;

    /// <summary>Counts, without trust in anything that the bytes say; what is not well formed is left to the parser.</summary>
    /// <exception cref="ImportException">There are too many.</exception>
    public static void Require(string path, ReadOnlySpan<byte> bytes)
    {
        int left = MostFields;
        Count(bytes, ModelProto.Descriptor, ref left);
        if (left < 0)
        {
            throw new ImportException(
                path, null, FormattableString.Invariant($"the file has more than {MostFields} nodes, attributes and values; that is no chain of at most 256 layers."));
        }
    }

    /// <summary>Counts the fields of a message and of those within it. The schema does not recur, so neither does this for long.</summary>
    private static void Count(ReadOnlySpan<byte> message, MessageDescriptor descriptor, ref int left)
    {
        while (left >= 0 && TryReadNumber(ref message, out ulong tag))
        {
            ulong length = 0;
            switch (WireFormat.GetTagWireType((uint)tag))
            {
                case WireFormat.WireType.Varint when TryReadNumber(ref message, out _):
                case WireFormat.WireType.StartGroup or WireFormat.WireType.EndGroup:
                    break;
                case WireFormat.WireType.Fixed32:
                    length = sizeof(uint);
                    break;
                case WireFormat.WireType.Fixed64:
                    length = sizeof(ulong);
                    break;
                case WireFormat.WireType.LengthDelimited when TryReadNumber(ref message, out length):
                    left--;
                    break;
                default:
                    return;
            }

            if (length > (ulong)message.Length)
            {
                return;
            }

            if (descriptor.FindFieldByNumber(WireFormat.GetTagFieldNumber((uint)tag)) is { FieldType: FieldType.Message } field
                && WireFormat.GetTagWireType((uint)tag) == WireFormat.WireType.LengthDelimited)
            {
                Count(message[..(int)length], field.MessageType, ref left);
            }

            message = message[(int)length..];
        }
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < bytes.Length && i < MostNumberBytes; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
