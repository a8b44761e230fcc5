using System.Buffers.Binary;
using System.Text;
using GhostGen.Samples.Audio.Wav;
using Xunit;

namespace GhostGen.Audio.Tests;

/// <summary>WAV files of every kind that is read, and of some that are not.</summary>
public sealed class WavTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void What_is_written_comes_back(int channels)
    {
        float[] samples = [.. Enumerable.Range(0, 20 * channels).Select(static i => ((i * 3277 % 65536) - 32768) / 32768f)];
        WavAudio read = WavReader.Read(WavWriter.Bytes(new(44_100, channels, samples)), "x.wav");
        Assert.Equal((44_100, channels), (read.SampleRate, read.Channels));
        Assert.Equal(samples, read.Samples);
        Assert.Equal(20 / 44_100.0, read.Seconds);
    }

    [Fact]
    public void What_is_too_loud_is_written_as_the_loudest_and_never_wraps() =>
        Assert.Equal([32767 / 32768f, -1, 0, 1 / 32768f], WavReader.Read(WavWriter.Bytes(new(8000, 1, [1.5f, -7, 0.4f / 32768, 0.6f / 32768])), "x").Samples);

    [Theory]
    [InlineData(1, 8, "00", -1f)]
    [InlineData(1, 8, "C0", 0.5f)]
    [InlineData(1, 24, "000040", 0.5f)]
    [InlineData(1, 24, "FFFFFF", -1 / 8388608f)]
    [InlineData(1, 32, "00000080", -1f)]
    [InlineData(3, 32, "0000003F", 0.5f)]
    public void Samples_of_every_kind_are_read(int kind, int bits, string sample, float expected) =>
        Assert.Equal([expected], WavReader.Read(File(kind, 1, bits, Convert.FromHexString(sample)), "x").Samples);

    [Fact]
    public void Channels_are_averaged_and_other_parts_skipped()
    {
        byte[] file = File(1, 2, 16, [0, 0x40, 0, 0, 0, 0xC0, 0, 0xC0], extra: true);
        Assert.Equal([0.25f, -0.5f], WavReader.Read(file, "x").ToMono());
    }

    [Fact]
    public void A_file_that_was_written_to_a_pipe_has_no_length_and_is_read_to_its_end()
    {
        byte[] file = WavWriter.Bytes(new(16_000, 1, [0.5f, 0.25f]));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), uint.MaxValue);
        Assert.Equal([0.5f, 0.25f], WavReader.Read(file, "x").Samples);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("RIFX", "this is no WAV file")]
    [InlineData("RIFF    WAVE", "it has no samples")]
    [InlineData("RIFF    WAVEdata\u0000\u0000\u0000\u0000", "its samples come before their format")]
    [InlineData("RIFF    WAVEfmt \u0004\u0000\u0000\u0000abcd", "its format has 4 bytes; 16 or more are expected")]
    [InlineData("RIFF    WAVEfmt \u00FF\u00FF\u0000\u0000abcd", "a part of it is said to have 65535 bytes, and 4 are left; the file is incomplete")]
    public void What_is_no_WAV_file_is_refused(string content, string expected) => Refused(Encoding.Latin1.GetBytes(content), expected);

    [Theory]
    [InlineData(1, 0, 16, "0000", "it has 0 channels")]
    [InlineData(2, 1, 4, "0000", "its samples are of kind 2 with 4 bits")]
    [InlineData(3, 1, 64, "0000", "its samples are of kind 3 with 64 bits")]
    [InlineData(1, 2, 16, "0000", "its samples have 2 bytes; a multiple of 4 is expected")]
    [InlineData(3, 1, 32, "0000C07F", "sample 0 is NaN")]
    public void Samples_that_are_not_read_are_refused(int kind, int channels, int bits, string samples, string expected) =>
        Refused(File(kind, channels, bits, Convert.FromHexString(samples)), expected);

    [Fact]
    public void Damaged_files_are_sound_or_refused()
    {
        var random = new Random(1);
        byte[] original = File(1, 2, 16, new byte[40], extra: true);
        int refused = 0;
        for (int i = 0; i < 10_000; i++)
        {
            byte[] file = i < original.Length ? original[..i] : [.. original];
            for (int count = random.Next(3); count > 0 && file.Length > 0; count--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            try
            {
                WavReader.Read(file, "x").ToMono();
            }
            catch (WavException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 9999);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20_000)]
    [InlineData(200_000)]
    public void A_file_read_piece_by_piece_is_the_whole(int size)
    {
        byte[] samples = new byte[3 * 50_000];
        new Random(1).NextBytes(samples);
        byte[] file = File(1, 2, 24, samples, extra: true);
        using var stream = new WavFile(new MemoryStream(file), "x");
        Assert.Equal((16_000, 2, 50_000), (stream.SampleRate, stream.Channels, stream.Samples));
        List<float> read = [];
        var piece = new float[size];
        for (int count = stream.Read(piece); count > 0; count = stream.Read(piece))
        {
            read.AddRange(piece[..count]);
        }

        Assert.Equal(WavReader.Read(file, "x").Samples, read);
    }

    [Fact]
    public void A_file_that_becomes_shorter_is_refused()
    {
        using var memory = new MemoryStream();
        memory.Write(WavWriter.Bytes(new(16_000, 1, new float[100])));
        memory.Position = 0;
        using var stream = new WavFile(memory, "sound.wav");
        memory.SetLength(memory.Length - 10);
        Assert.Equal("sound.wav: it has become shorter while it was read.", Assert.Throws<WavException>(() => stream.Read(new float[100])).Message);
    }

    private static void Refused(byte[] file, string expected)
    {
        WavException exception = Assert.Throws<WavException>(() => WavReader.Read(file, "sound.wav"));
        Assert.StartsWith("sound.wav: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A file of 16,000 samples a second, with a part of odd length before the samples if asked for.</summary>
    private static byte[] File(int kind, int channels, int bits, byte[] samples, bool extra = false)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF    WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)kind);
        writer.Write((short)channels);
        writer.Write(16_000);
        writer.Write(16_000 * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        if (extra)
        {
            writer.Write("LIST"u8);
            writer.Write(3);
            writer.Write(new byte[4]);
        }

        writer.Write("data"u8);
        writer.Write(samples.Length);
        writer.Write(samples);
        return stream.ToArray();
    }
}
