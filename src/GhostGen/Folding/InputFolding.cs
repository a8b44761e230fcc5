using GhostGen.Modeling;

namespace GhostGen.Folding;

/// <summary>
/// Folds the normalization of the input into the layer that reads it: <c>W ((x - m) o s) + b = W' x + b'</c>. In double precision with
/// plain loops, ascending and never fused, and rounded once: the same bits wherever it is done.
/// </summary>
internal static class InputFolding
{
    /// <summary>The names of the tensors that a layer's input meets: its weights, and the bias beside them.</summary>
    internal static (string Weight, string Bias) TensorsOf(LayerShape layer) => layer is DenseShape
        ? (TensorNames.Weight, TensorNames.Bias)
        : (TensorNames.WeightInput, TensorNames.BiasInput);

    /// <summary>The weights <c>W' = W s</c>, row-major, a column per input.</summary>
    internal static float[] Weights(float[] weights, InputNormalization normalization)
    {
        if (normalization.Scale is not { } scale)
        {
            return weights;
        }

        var folded = new float[weights.Length];
        for (int row = 0; row < weights.Length; row += scale.Count)
        {
            for (int column = 0; column < scale.Count; column++)
            {
                folded[row + column] = (float)(weights[row + column] * scale[column]);
            }
        }

        return folded;
    }

    /// <summary>The biases <c>b' = b - (W s) m</c>, one per row.</summary>
    /// <param name="biases">The biases <c>b</c>.</param>
    /// <param name="weights">The weights <c>W</c> as they were before they were folded.</param>
    /// <param name="normalization">Mean and scale.</param>
    internal static float[] Biases(float[] biases, float[] weights, InputNormalization normalization)
    {
        if (normalization.Mean is not { } mean)
        {
            return biases;
        }

        var folded = new float[biases.Length];
        for (int row = 0; row < folded.Length; row++)
        {
            double sum = biases[row];
            for (int column = 0; column < mean.Count; column++)
            {
                double weight = weights[(row * mean.Count) + column];
                sum -= (normalization.Scale is { } scale ? weight * scale[column] : weight) * mean[column];
            }

            folded[row] = (float)sum;
        }

        return folded;
    }
}
