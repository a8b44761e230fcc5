using GhostGen.Folding;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Tests.Folding;

/// <summary>The arithmetic of folding the input's mean and scale, to the bit.</summary>
public sealed class InputFoldingTests
{
    private static readonly float[] Weights = [0.1f, -0.7f, 1e-3f, 3.3f, 0f, -0f];
    private static readonly float[] Biases = [0.25f, -0f];
    private static readonly double[] Mean = [1.0 / 3, -1e6, 12.5];
    private static readonly double[] Scale = [0.1, 1e-6, 0];

    [Fact]
    public void Weights_are_scaled_in_double_precision_and_rounded_once() => Assert.Equal(
        [(float)(0.1f * 0.1), (float)(-0.7f * 1e-6), 0f, (float)(3.3f * 0.1), 0f, 0f],
        InputFolding.Weights(Weights, new(new(Mean), new(Scale))));

    [Fact]
    public void Biases_lose_what_the_means_come_to_in_ascending_order()
    {
        double first = Biases[0];
        first -= 0.1f * 0.1 * Mean[0];
        first -= -0.7f * 1e-6 * Mean[1];
        first -= 1e-3f * 0.0 * Mean[2];
        float[] folded = InputFolding.Biases(Biases, Weights, new(new(Mean), new(Scale)));
        Assert.Equal((float)first, folded[0]);

        double unscaled = Biases[1];
        unscaled -= 3.3f * Mean[0];
        unscaled -= 0f * Mean[1];
        unscaled -= -0f * Mean[2];
        Assert.Equal((float)unscaled, InputFolding.Biases(Biases, Weights, new(new(Mean), null))[1]);
    }

    [Fact]
    public void What_nothing_is_folded_into_is_the_same_array()
    {
        Assert.Same(Weights, InputFolding.Weights(Weights, new(new(Mean), null)));
        Assert.Same(Biases, InputFolding.Biases(Biases, Weights, new(null, new(Scale))));
    }
}
