using System.Buffers.Binary;

namespace GhostGen.Samples.Audio.Wav;

/// <summary>Reads WAV files: whole numbers of 8, 16, 24 or 32 bits and floats of 32, any rate and number of channels.</summary>
public static class WavReader
{
    private const int PulseCode = 1;
    private const int FloatingPoint = 3;
    private const int Extensible = 0xFFFE;
    private const int HeaderLength = 12;
    private const int ChunkHeaderLength = 8;
    private const int FormatLength = 16;

    /// <summary>Where the format of an extensible file stands: the first two bytes of its identifier.</summary>
    private const int SubformatOffset = 24;

    /// <summary>Reads a file.</summary>
    /// <exception cref="WavException">It is no WAV file, ends too early, or has samples of a kind that is not read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WavAudio Read(string path) => Read(File.ReadAllBytes(path), path);

    /// <summary>Reads a file that is in memory.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="WavException">It is no WAV file, ends too early, or has samples of a kind that is not read.</exception>
    public static WavAudio Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < HeaderLength || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
        {
            throw new WavException(name, file.IsEmpty ? "the file is empty." : "this is no WAV file: it does not begin with RIFF and WAVE.");
        }

        WavFormat? format = null;
        for (int position = HeaderLength; position + ChunkHeaderLength <= file.Length;)
        {
            ReadOnlySpan<byte> kind = file.Slice(position, 4);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[(position + 4)..]);
            position += ChunkHeaderLength;
            bool isData = kind.SequenceEqual("data"u8);
            if (length > file.Length - position)
            {
                // Programs that write to a pipe do not know the length, and say all ones.
                if (!isData || length < uint.MaxValue - 4096)
                {
                    throw new WavException(name, FormattableString.Invariant($"a part of it is said to have {length} bytes, and {file.Length - position} are left; the file is incomplete."));
                }

                length = (uint)(file.Length - position);
            }

            ReadOnlySpan<byte> content = file.Slice(position, (int)length);
            if (kind.SequenceEqual("fmt "u8))
            {
                format = FormatOf(content, name);
            }
            else if (isData)
            {
                return format is { } known
                    ? new(known.SampleRate, known.Channels, Samples(content, known, name))
                    : throw new WavException(name, "its samples come before their format.");
            }

            // Parts begin at even positions.
            position += (int)Math.Min(length + (length & 1), int.MaxValue - position);
        }

        throw new WavException(name, "it has no samples.");
    }

    private static WavFormat FormatOf(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length < FormatLength)
        {
            throw new WavException(name, FormattableString.Invariant($"its format has {content.Length} bytes; {FormatLength} or more are expected."));
        }

        int kind = BinaryPrimitives.ReadUInt16LittleEndian(content);
        if (kind == Extensible && content.Length >= SubformatOffset + 2)
        {
            kind = BinaryPrimitives.ReadUInt16LittleEndian(content[SubformatOffset..]);
        }

        int channels = BinaryPrimitives.ReadUInt16LittleEndian(content[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(content[14..]);
        if (channels == 0 || rate is 0 or > int.MaxValue)
        {
            throw new WavException(name, FormattableString.Invariant($"it has {channels} channels of {rate} samples a second; both have to be above zero."));
        }

        return (kind, bits) is (PulseCode, 8 or 16 or 24 or 32) or (FloatingPoint, 32)
            ? new((int)rate, channels, bits / 8, kind == FloatingPoint)
            : throw new WavException(name, FormattableString.Invariant($"its samples are of kind {kind} with {bits} bits; whole numbers (1) of 8, 16, 24 or 32 bits and floats (3) of 32 bits are read."));
    }

    private static float[] Samples(ReadOnlySpan<byte> content, WavFormat format, string name)
    {
        int size = format.Bytes;
        if (content.Length % (size * format.Channels) != 0)
        {
            throw new WavException(name, FormattableString.Invariant($"its samples have {content.Length} bytes; a multiple of {size * format.Channels} is expected, as {format.Channels} channels of {size} bytes have. The file is incomplete."));
        }

        var samples = new float[content.Length / size];
        for (int i = 0; i < samples.Length; i++)
        {
            ReadOnlySpan<byte> sample = content.Slice(i * size, size);
            samples[i] = size switch
            {
                1 => (sample[0] - 128) / 128f,
                2 => BinaryPrimitives.ReadInt16LittleEndian(sample) / 32768f,
                3 => ((sample[0] << 8) | (sample[1] << 16) | (sample[2] << 24)) / 2147483648f,
                _ when format.IsFloatingPoint => BinaryPrimitives.ReadSingleLittleEndian(sample),
                _ => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648f,
            };
            if (!float.IsFinite(samples[i]))
            {
                throw new WavException(name, FormattableString.Invariant($"sample {i} is {(float.IsNaN(samples[i]) ? "NaN" : "an infinity")}."));
            }
        }

        return samples;
    }

    private readonly record struct WavFormat(int SampleRate, int Channels, int Bytes, bool IsFloatingPoint);
}
