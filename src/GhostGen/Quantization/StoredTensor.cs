using GhostGen.Packing;

namespace GhostGen.Quantization;

/// <summary>A tensor as it is stored, in numbers that can be compared with what they were before.</summary>
internal static class StoredTensor
{
    /// <summary>The elements that kernels multiply with: bytes times their scales.</summary>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="tensor">The place of the tensor.</param>
    /// <param name="parts">The columns of each part of a row.</param>
    internal static double[] Elements(LayerWeights weights, int tensor, int[] parts)
    {
        if (weights.Quantized(tensor) is not { } quantized)
        {
            ReadOnlySpan<float> singles = weights.Elements(tensor);
            var widened = new double[singles.Length];
            for (int i = 0; i < widened.Length; i++)
            {
                widened[i] = singles[i];
            }

            return widened;
        }

        var elements = new double[quantized.Bytes.Length];
        int start = 0;
        for (int i = 0; i < quantized.Scales.Length; i++)
        {
            int end = start + parts[i % parts.Length];
            for (; start < end; start++)
            {
                elements[start] = quantized.Bytes[start] * (double)quantized.Scales[i];
            }
        }

        return elements;
    }
}
