using GhostGen.Samples.KeywordSpotting.Input;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>Bytes that become samples.</summary>
public sealed class PcmDecoderTests
{
    private static readonly byte[] Bytes = [0x00, 0x00, 0xFF, 0x7F, 0x00, 0x80, 0x00, 0x40, 0x01, 0x00];

    private static readonly float[] Samples = [0, 32767 / 32768f, -1, 0.5f, 1 / 32768f];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Samples_may_be_cut_anywhere(int size)
    {
        var decoder = new PcmDecoder(size);
        List<float> samples = [];
        foreach (byte[] piece in Bytes.Chunk(size))
        {
            samples.AddRange(decoder.Decode(piece));
        }

        Assert.Equal(Samples, samples);
        Assert.False(decoder.HasHalfSample);
    }

    [Fact]
    public void Half_a_sample_waits_for_its_other_half()
    {
        var decoder = new PcmDecoder(4);
        Assert.Equal([0f], decoder.Decode(Bytes.AsSpan(0, 3)).ToArray());
        Assert.True(decoder.HasHalfSample);
        Assert.Empty(decoder.Decode([]).ToArray());
        Assert.True(decoder.HasHalfSample);
        Assert.Equal([32767 / 32768f], decoder.Decode(Bytes.AsSpan(3, 1)).ToArray());
        Assert.False(decoder.HasHalfSample);
    }
}
