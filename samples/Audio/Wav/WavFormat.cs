using System.Buffers.Binary;

namespace GhostGen.Samples.Audio.Wav;

/// <summary>What the samples of a WAV file are: the part of it that is called <c>fmt</c>.</summary>
/// <param name="SampleRate">Samples of one channel in a second.</param>
/// <param name="Channels">The number of channels.</param>
/// <param name="Bytes">The bytes of a sample.</param>
/// <param name="IsFloatingPoint">Whether samples are floats; otherwise whole numbers.</param>
internal readonly record struct WavFormat(int SampleRate, int Channels, int Bytes, bool IsFloatingPoint)
{
    /// <summary>As much of the part as is read; an extensible file's has 40 bytes.</summary>
    public const int LongestLength = 40;

    private const int PulseCode = 1;
    private const int FloatingPoint = 3;
    private const int Extensible = 0xFFFE;
    private const int ShortestLength = 16;

    /// <summary>Where the format of an extensible file stands: the first two bytes of its identifier.</summary>
    private const int SubformatOffset = 24;

    /// <summary>The bytes of a sample of all channels.</summary>
    public int FrameBytes => Bytes * Channels;

    /// <summary>Reads the part.</summary>
    /// <param name="content">What is in it.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="WavException">The part is damaged, or samples are of a kind that is not read.</exception>
    public static WavFormat Read(ReadOnlySpan<byte> content, string name)
    {
        if (content.Length < ShortestLength)
        {
            throw new WavException(name, FormattableString.Invariant($"its format has {content.Length} bytes; {ShortestLength} or more are expected."));
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

    /// <summary>A sample, from -1 to 1 where it is a whole number.</summary>
    public float Sample(ReadOnlySpan<byte> bytes) => Bytes switch
    {
        1 => (bytes[0] - 128) / 128f,
        2 => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32768f,
        3 => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 2147483648f,
        _ when IsFloatingPoint => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2147483648f,
    };
}
