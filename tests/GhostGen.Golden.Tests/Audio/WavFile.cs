using System.Buffers.Binary;

namespace GhostGen.Golden.Tests.Audio;

/// <summary>Reads recordings: one channel of 16-bit samples.</summary>
internal static class WavFile
{
    private const int PulseCode = 1;

    /// <summary>The samples of a file, within [-1, 1).</summary>
    public static float[] Read(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        if (!file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
        {
            throw new InvalidDataException($"{path} does not begin as a WAV file.");
        }

        for (int position = 12; position + 8 <= file.Length;)
        {
            ReadOnlySpan<byte> kind = file.Slice(position, 4);
            int length = BinaryPrimitives.ReadInt32LittleEndian(file[(position + 4)..]);
            ReadOnlySpan<byte> content = file.Slice(position + 8, length);
            if (kind.SequenceEqual("fmt "u8))
            {
                (int format, int channels, int bits) = (content[0], content[2], content[14]);
                if (format != PulseCode || channels != 1 || bits != 16)
                {
                    throw new NotSupportedException($"{path} has format {format}, {channels} channels, {bits} bits; one channel of 16-bit samples is expected.");
                }
            }
            else if (kind.SequenceEqual("data"u8))
            {
                var samples = new float[length / 2];
                for (int i = 0; i < samples.Length; i++)
                {
                    samples[i] = BinaryPrimitives.ReadInt16LittleEndian(content[(2 * i)..]) / 32768f;
                }

                return samples;
            }

            // Chunks start at even positions.
            position += 8 + length + (length & 1);
        }

        throw new InvalidDataException($"{path} has no samples.");
    }
}
