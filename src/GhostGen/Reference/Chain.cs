using GhostGen.Kernels;

namespace GhostGen.Reference;

/// <summary>The sum that everything in single precision is made of: one chain of multiply-adds per output, in ascending order.</summary>
internal static class Chain
{
    /// <summary>Goes on from <paramref name="accumulator"/> with <c>weights[k] * values[k]</c>, <c>k</c> ascending.</summary>
    internal static float Add(float accumulator, ReadOnlySpan<float> weights, ReadOnlySpan<float> values)
    {
        for (int k = 0; k < weights.Length; k++)
        {
            accumulator = Scalar.MultiplyAdd(weights[k], values[k], accumulator);
        }

        return accumulator;
    }
}
