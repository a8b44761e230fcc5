namespace GhostGen.Quantization;

/// <summary>How steep activations are where sums are expected: the mean square of their slope over a normal distribution around zero.</summary>
/// <remarks>
/// The slopes are taken as bells, <c>exp(-x^2/4) / 4</c> for sigmoid and <c>exp(-x^2)</c> for tanh, which agree with them at zero in height and curvature and
/// make the mean a closed formula: <c>1/16 / sqrt(1 + s)</c> and <c>1 / sqrt(1 + 4 s)</c> where sums have the mean square s.
/// </remarks>
internal static class MeanSlope
{
    // Elements of a softmax move each other: the absolute values in a row of its derivative add up to 2 p (1 - p), a half at most.
    private const double Softmax = 0.25;

    /// <summary>The mean square of the slope of an activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="square">The mean square of what it is taken of.</param>
    internal static double Squared(Activation activation, double square) => activation switch
    {
        Activation.Sigmoid => 1 / (16 * Math.Sqrt(1 + square)),
        Activation.Tanh => 1 / Math.Sqrt(1 + (4 * square)),
        Activation.Relu => 0.5,
        Activation.Softmax => Softmax,
        _ => 1,
    };

    /// <summary>The mean squares by which results move, element by element.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="errors">The mean squares by which sums move.</param>
    /// <param name="squares">The mean squares of the sums.</param>
    internal static double[] Moved(Activation activation, double[] errors, double[] squares)
    {
        var moved = new double[errors.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] = Squared(activation, squares[i]) * errors[i];
        }

        return moved;
    }
}
