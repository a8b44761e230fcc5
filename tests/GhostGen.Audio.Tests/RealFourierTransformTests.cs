using GhostGen.Samples.Audio.Spectra;
using Xunit;

namespace GhostGen.Audio.Tests;

/// <summary>The transform against its definition.</summary>
public sealed class RealFourierTransformTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(512)]
    public void It_is_the_sum_that_defines_it_and_can_be_undone(int length)
    {
        var random = new Random(length);
        double[] values = [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
        var transform = new RealFourierTransform(length);
        var real = new double[transform.Bins];
        var imaginary = new double[transform.Bins];
        transform.Forward(values, real, imaginary);
        for (int bin = 0; bin < transform.Bins; bin++)
        {
            (double sumReal, double sumImaginary) = (0, 0);
            for (int i = 0; i < length; i++)
            {
                (double sine, double cosine) = Math.SinCos(-2 * Math.PI * bin * i / length);
                sumReal += values[i] * cosine;
                sumImaginary += values[i] * sine;
            }

            Assert.Equal(sumReal, real[bin], 1e-11 * length);
            Assert.Equal(sumImaginary, imaginary[bin], 1e-11 * length);
        }

        var back = new double[length];
        transform.Inverse(real, imaginary, back);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal(values[i], back[i], 1e-14 * length);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(-8)]
    public void Lengths_are_powers_of_two(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => new RealFourierTransform(length));

    [Fact]
    public void Spans_have_the_lengths_of_the_transform()
    {
        var transform = new RealFourierTransform(8);
        Assert.Throws<ArgumentException>(() => transform.Forward(new double[7], new double[5], new double[5]));
        Assert.Throws<ArgumentException>(() => transform.Inverse(new double[4], new double[5], new double[8]));
    }
}
