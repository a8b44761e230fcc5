namespace GhostGen.Quantization;

/// <summary>A matrix of weights as bytes. Each row has a scale; where its columns belong to two sources, one for each of them.</summary>
/// <param name="Bytes">The weights over their scales, row-major.</param>
/// <param name="Scales">The scales, row by row and part by part.</param>
internal sealed record QuantizedTensor(sbyte[] Bytes, float[] Scales)
{
    /// <summary>The largest scale of a part of the rows.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="parts">How many there are.</param>
    internal float LargestScale(int part, int parts)
    {
        float largest = 0;
        for (int i = part; i < Scales.Length; i += parts)
        {
            largest = Math.Max(largest, Scales[i]);
        }

        return largest;
    }

    /// <summary>Quantises a matrix.</summary>
    /// <param name="weights">Its elements, row-major.</param>
    /// <param name="parts">The columns of each part of a row.</param>
    internal static QuantizedTensor Of(ReadOnlySpan<float> weights, int[] parts)
    {
        int columns = parts.Sum();
        int rows = weights.Length / columns;
        var bytes = new sbyte[weights.Length];
        var scales = new float[rows * parts.Length];
        int start = 0;
        for (int i = 0; i < scales.Length; i++)
        {
            int length = parts[i % parts.Length];
            scales[i] = RowQuantizer.Quantize(weights.Slice(start, length), bytes.AsSpan(start, length));
            start += length;
        }

        return new(bytes, scales);
    }
}
