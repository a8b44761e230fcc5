using GhostGen.Kernels;
using Xunit;

namespace GhostGen.Tests.Kernels;

/// <summary>Holds the activations to what docs/numerics.md states, against double precision.</summary>
public class ActivationErrorTests
{
    // A prime, so that the floats that are tried end in every combination of low bits. The bounds were found over all floats.
    private const int Stride = 1009;

    private const uint Infinity = 0x7F800000;

    private const uint SignBit = 0x80000000;

    [Theory]
    [InlineData(0u)]
    [InlineData(SignBit)]
    public void Tanh_is_within_6_units_of_the_last_place_and_3_3e7_absolutely(uint sign)
    {
        (double units, double difference, float largest) = Worst(sign, Activations.Tanh, Math.Tanh, static _ => true);
        Assert.InRange(units, 0.4, 6.0);
        Assert.InRange(difference, 1e-8, 3.3e-7);
        Assert.InRange(largest, 1f, MathF.BitIncrement(1f));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(SignBit)]
    public void Sigmoid_is_within_4_units_of_the_last_place_and_1e7_absolutely(uint sign)
    {
        // Below -87.33 the exact value is denormal or nearly so; sigmoid stops there.
        (double units, double difference, float largest) = Worst(sign, Activations.Sigmoid, static x => 1 / (1 + Math.Exp(-x)), static x => x > -87.33f);
        Assert.InRange(units, 0.4, 4.0);
        Assert.InRange(difference, 1e-8, 1e-7);
        Assert.InRange(largest, 0.5f, 1f);
    }

    [Fact]
    public void Sigmoid_below_its_lowest_argument_is_normal_and_smaller_than_2e38()
    {
        foreach (float x in (float[])[-87.34f, -88f, -100f, -1e10f, float.MinValue, float.NegativeInfinity])
        {
            Assert.InRange(Activations.Sigmoid(x), 1.17549435E-38f, 2e-38f);
        }
    }

    [Fact]
    public void Exponential_is_within_4_units_of_the_last_place_and_ends_at_0()
    {
        (double units, _, _) = Worst(0, Activations.ExponentialOfNegative, static x => Math.Exp(-x), static x => x < 87f);
        Assert.InRange(units, 0.4, 4.0);
        Assert.Equal(0f, Activations.ExponentialOfNegative(88f));
        Assert.Equal(0f, Activations.ExponentialOfNegative(float.PositiveInfinity));
        Assert.Equal(1f, Activations.ExponentialOfNegative(0f));
    }

    [Fact]
    public void Tanh_keeps_small_values_and_signed_zeros_and_ends_at_1()
    {
        foreach (float x in (float[])[0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, 1.17549435E-38f, 1e-10f, -1e-5f])
        {
            Assert.Equal(BitConverter.SingleToInt32Bits(x), BitConverter.SingleToInt32Bits(Activations.Tanh(x)));
        }

        foreach (float x in (float[])[9.02f, 10f, 1e30f, float.MaxValue, float.PositiveInfinity])
        {
            Assert.Equal(1f, Activations.Tanh(x));
            Assert.Equal(-1f, Activations.Tanh(-x));
        }
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        Assert.True(float.IsNaN(Activations.Tanh(float.NaN)));
        Assert.True(float.IsNaN(Activations.Sigmoid(float.NaN)));
        Assert.True(float.IsNaN(Activations.Relu(float.NaN)));
        Assert.True(float.IsNaN(Activations.ExponentialOfNegative(float.NaN)));
    }

    private static (double Units, double Difference, float Largest) Worst(uint sign, Func<float, float> function, Func<double, double> exact, Func<float, bool> counts)
    {
        double units = 0;
        double difference = 0;
        float largest = 0;
        for (uint bits = 0; bits < Infinity; bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle(bits | sign);
            if (counts(x))
            {
                float actual = function(x);
                double expected = exact(x);
                units = Math.Max(units, Ulp.Distance(actual, expected));
                difference = Math.Max(difference, Math.Abs(actual - expected));
                largest = Math.Max(largest, Math.Abs(actual));
            }
        }

        return (units, difference, largest);
    }
}
