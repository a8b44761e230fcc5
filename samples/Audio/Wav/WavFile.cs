using System.Buffers.Binary;

namespace GhostGen.Samples.Audio.Wav;

/// <summary>
/// Reads a WAV file piece by piece, however long it is: whole numbers of 8, 16, 24 or 32 bits and floats of 32, any rate and number of channels. Nothing is
/// allocated after construction.
/// </summary>
public sealed class WavFile : IDisposable
{
    private const int HeaderLength = 12;
    private const int PartHeaderLength = 8;
    private const int BufferLength = 1 << 14;
    private readonly Stream stream;
    private readonly string name;
    private readonly WavFormat format;
    private readonly byte[] buffer = new byte[BufferLength];
    private long position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="WavException">It is no WAV file, ends too early, or has samples of a kind that is not read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public WavFile(string path)
        : this(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), path)
    {
    }

    /// <summary>Begins to read a stream.</summary>
    /// <param name="stream">A stream that knows its length; it is closed together with this, or if it is no WAV file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="WavException">It is no WAV file, ends too early, or has samples of a kind that is not read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public WavFile(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        this.name = name;
        try
        {
            (format, Samples) = ReadHeader();
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Samples of one channel in a second.</summary>
    public int SampleRate => format.SampleRate;

    /// <summary>The number of channels.</summary>
    public int Channels => format.Channels;

    /// <summary>The number of samples, those of all channels counted.</summary>
    public long Samples { get; }

    /// <summary>Reads the next samples.</summary>
    /// <param name="samples">Where to; those of all channels at one time stand side by side.</param>
    /// <returns>How many there were: fewer than asked for at the end only.</returns>
    /// <exception cref="WavException">A sample is no number, or the file has become shorter.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public int Read(Span<float> samples)
    {
        int read = 0;
        while (read < samples.Length && position < Samples)
        {
            int count = (int)Math.Min(Math.Min(samples.Length - read, Samples - position), BufferLength / format.Bytes);
            Span<byte> bytes = buffer.AsSpan(0, count * format.Bytes);
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                throw new WavException(name, "it has become shorter while it was read.");
            }

            for (int i = 0; i < count; i++, position++)
            {
                float sample = format.Sample(bytes[(i * format.Bytes)..]);
                samples[read++] = float.IsFinite(sample)
                    ? sample
                    : throw new WavException(name, FormattableString.Invariant($"sample {position} is {(float.IsNaN(sample) ? "NaN" : "an infinity")}."));
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private (WavFormat Format, long Samples) ReadHeader()
    {
        ReadOnlySpan<byte> header = Next(HeaderLength);
        if (header.Length < HeaderLength || !header.StartsWith("RIFF"u8) || !header[8..].StartsWith("WAVE"u8))
        {
            throw new WavException(name, header.IsEmpty ? "the file is empty." : "this is no WAV file: it does not begin with RIFF and WAVE.");
        }

        WavFormat? format = null;
        for (header = Next(PartHeaderLength); header.Length == PartHeaderLength; header = Next(PartHeaderLength))
        {
            bool isFormat = header.StartsWith("fmt "u8);
            bool isData = header.StartsWith("data"u8);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            long left = stream.Length - stream.Position;
            if (length > left)
            {
                // Programs that write to a pipe do not know the length, and say all ones.
                if (!isData || length < uint.MaxValue - 4096)
                {
                    throw new WavException(name, FormattableString.Invariant($"a part of it is said to have {length} bytes, and {left} are left; the file is incomplete."));
                }

                length = left;
            }

            if (isData)
            {
                return format is { } known ? (known, SamplesOf(length, known)) : throw new WavException(name, "its samples come before their format.");
            }

            // Parts begin at even positions.
            long end = stream.Position + length + (length & 1);
            if (isFormat)
            {
                format = WavFormat.Read(Next((int)Math.Min(length, WavFormat.LongestLength)), name);
            }

            stream.Position = end;
        }

        throw new WavException(name, "it has no samples.");
    }

    private long SamplesOf(long length, WavFormat known) => length % known.FrameBytes == 0
        ? length / known.Bytes
        : throw new WavException(name, FormattableString.Invariant($"its samples have {length} bytes; a multiple of {known.FrameBytes} is expected, as {known.Channels} channels of {known.Bytes} bytes have. The file is incomplete."));

    private ReadOnlySpan<byte> Next(int length) => buffer.AsSpan(0, stream.ReadAtLeast(buffer.AsSpan(0, length), length, throwOnEndOfStream: false));
}
