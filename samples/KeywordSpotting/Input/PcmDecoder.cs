using System.Buffers.Binary;

namespace GhostGen.Samples.KeywordSpotting.Input;

/// <summary>Makes samples of bytes: 16 bits each, the lower byte first. A sample may be cut in two by the end of a piece. Nothing is allocated after construction.</summary>
internal sealed class PcmDecoder
{
    private const float Scale = 32768;
    private readonly float[] samples;
    private byte lower;

    /// <summary>Prepares decoding.</summary>
    /// <param name="longest">The most bytes of a piece.</param>
    public PcmDecoder(int longest) => samples = new float[(longest / sizeof(short)) + 1];

    /// <summary>Whether the last piece has ended within a sample.</summary>
    public bool HasHalfSample { get; private set; }

    /// <summary>Decodes the next piece.</summary>
    /// <returns>The samples that it completes, until the next call.</returns>
    public ReadOnlySpan<float> Decode(ReadOnlySpan<byte> piece)
    {
        int count = 0;
        if (HasHalfSample && piece.Length > 0)
        {
            samples[count++] = (short)(lower | (piece[0] << 8)) / Scale;
            piece = piece[1..];
            HasHalfSample = false;
        }

        for (; piece.Length >= sizeof(short); piece = piece[sizeof(short)..])
        {
            samples[count++] = BinaryPrimitives.ReadInt16LittleEndian(piece) / Scale;
        }

        if (piece.Length > 0)
        {
            lower = piece[0];
            HasHalfSample = true;
        }

        return samples.AsSpan(0, count);
    }
}
