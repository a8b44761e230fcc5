using System.Buffers.Binary;

namespace GhostGen.Samples.Audio.Wav;

/// <summary>Writes WAV files of 16-bit samples.</summary>
public static class WavWriter
{
    private const int HeaderLength = 44;
    private const float Scale = 32768;

    /// <summary>Writes a file. It is written beside its place and then moved there.</summary>
    /// <param name="path">The path; a file that is there is replaced.</param>
    /// <param name="audio">The sound. What lies beyond -1 and 1 is written as the nearest value, and never wraps.</param>
    /// <exception cref="IOException">It cannot be written; what was there before still is.</exception>
    public static void Write(string path, WavAudio audio)
    {
        string temporary = $"{Path.GetFullPath(path)}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllBytes(temporary, Bytes(audio));
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(WavAudio audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        int length = audio.Samples.Length * sizeof(short);
        int frame = audio.Channels * sizeof(short);
        var file = new byte[HeaderLength + length];
        Span<byte> header = file;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - 8 + length);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], (short)audio.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], audio.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], audio.SampleRate * frame);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], (short)frame);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 8 * sizeof(short));
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], length);
        for (int i = 0; i < audio.Samples.Length; i++)
        {
            float scaled = MathF.Round(audio.Samples[i] * Scale, MidpointRounding.ToEven);
            BinaryPrimitives.WriteInt16LittleEndian(header[(HeaderLength + (i * sizeof(short)))..], (short)Math.Clamp(scaled, short.MinValue, short.MaxValue));
        }

        return file;
    }
}
