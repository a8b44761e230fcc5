using GhostGen.Kernels;
using Xunit;

namespace GhostGen.Tests.Kernels;

/// <summary>Holds the activations to what docs/numerics.md states, against double precision.</summary>
public class ActivationErrorTests(ITestOutputHelper output)
{
    private const uint SignBit = 0x80000000;

    [Fact]
    public void The_process_fuses_as_it_should()
    {
        string expected = Environment.GetEnvironmentVariable(ActivationChildTests.ExpectedVariable) ?? Scalar.IsFused.ToString();
        Assert.Equal(expected, Scalar.IsFused.ToString());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(SignBit)]
    public void Tanh_is_within_its_bounds_and_exceeds_1_by_two_units_at_most_or_one_where_fused(uint sign)
    {
        ActivationSweep sweep = ActivationSweep.Over(sign, Activations.Tanh, Math.Tanh, static _ => true);
        AssertWithin(ActivationBound.Tanh, sweep, sign);
        Assert.InRange(sweep.Largest, 1f, MathF.BitIncrement(Scalar.IsFused ? 1f : MathF.BitIncrement(1f)));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(SignBit)]
    public void Sigmoid_is_within_its_bounds_and_never_exceeds_1(uint sign)
    {
        ActivationSweep sweep = ActivationSweep.Over(sign, Activations.Sigmoid, static x => 1 / (1 + Math.Exp(-x)), static x => x > ActivationConstants.SigmoidLowest);
        AssertWithin(ActivationBound.Sigmoid, sweep, sign);
        Assert.InRange(sweep.Largest, 0.5f, 1f);
    }

    [Fact]
    public void Sigmoid_below_its_lowest_argument_is_normal_and_smaller_than_2e38_and_ends_at_1()
    {
        foreach (float x in (float[])[-87.34f, -88f, -100f, -1e10f, float.MinValue, float.NegativeInfinity])
        {
            Assert.InRange(Activations.Sigmoid(x), 1.17549435E-38f, 2e-38f);
        }

        Assert.Equal(1f, Activations.Sigmoid(88f));
        Assert.Equal(1f, Activations.Sigmoid(float.PositiveInfinity));
    }

    [Fact]
    public void Exponential_is_within_its_bounds_and_ends_at_0()
    {
        ActivationSweep sweep = ActivationSweep.Over(0, Activations.ExponentialOfNegative, static x => Math.Exp(-x), static x => x < 87f);
        AssertWithin(ActivationBound.Exponential, sweep, 0);
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

    [Theory]
    [InlineData(0u)]
    [InlineData(SignBit)]
    public void Fast_tanh_is_within_its_bound_and_never_exceeds_1(uint sign)
    {
        ActivationSweep sweep = ActivationSweep.Over(sign, FastActivations.Tanh, Math.Tanh, static _ => true);
        AssertWithin(ActivationBound.FastTanh, sweep, sign);
        Assert.InRange(sweep.Largest, 0.9999f, 1f);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(SignBit)]
    public void Fast_sigmoid_is_within_its_bound_and_between_0_and_1(uint sign)
    {
        ActivationSweep sweep = ActivationSweep.Over(sign, FastActivations.Sigmoid, static x => 1 / (1 + Math.Exp(-x)), static _ => true);
        AssertWithin(ActivationBound.FastSigmoid, sweep, sign);
        Assert.InRange(sweep.Largest, 0.5f, 1f);
        Assert.InRange(FastActivations.Sigmoid(-1e30f), 0f, 2.4e-5f);
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        Assert.True(float.IsNaN(Activations.Tanh(float.NaN)));
        Assert.True(float.IsNaN(Activations.Sigmoid(float.NaN)));
        Assert.True(float.IsNaN(FastActivations.Tanh(float.NaN)));
        Assert.True(float.IsNaN(FastActivations.Sigmoid(float.NaN)));
        Assert.True(float.IsNaN(Activations.Relu(float.NaN)));
        Assert.True(float.IsNaN(Activations.ExponentialOfNegative(float.NaN)));
    }

    private void AssertWithin(ActivationBound bound, ActivationSweep sweep, uint sign)
    {
        output.WriteLine(sweep.Describe(bound, sign));

        // A sweep that finds next to no error has compared nothing.
        Assert.InRange(sweep.Units, 0.4, bound.Here.Units);
        Assert.InRange(sweep.Difference, 1e-8, bound.Here.Difference);
    }
}
