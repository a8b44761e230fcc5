namespace GhostGen.Importing.Tests.Onnx;

/// <summary>Damages a file without regard to what its bytes mean.</summary>
internal static class ByteMutation
{
    private static readonly byte[] telling = [0x00, 0x01, 0x0A, 0x12, 0x7F, 0x80, 0xFF];

    /// <summary>A damaged copy.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (int changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = telling[random.Next(telling.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 5:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 6:
                    // The longest number that a length or a size can be written as.
                    bytes.RemoveAt(at);
                    bytes.InsertRange(at, [0xFF, 0xFF, 0xFF, 0xFF, (byte)random.Next(16)]);
                    break;
                default:
                    // A length, a size or a field's number, most likely, one more or less.
                    bytes[at] += (byte)(random.Next(2) == 0 ? 1 : 255);
                    break;
            }
        }

        return [.. bytes];
    }
}
