namespace GhostGen.Quantization;

/// <summary>Turns a row of weights, those of one output for one source, into bytes and the one number that they are to be multiplied with.</summary>
/// <remarks>
/// Kernels multiply pairs of neighbouring weights with bytes of up to 255 and add the two products in 16 bits. So the scale is not that of
/// the largest weight but of the largest pair: with <c>scale = max (|w0| + |w1|) / 127</c> rounding, which adds at most a half to each, leaves
/// <c>|q0| + |q1| &lt;= 128</c>, and 255 * 128 is 32,640: no pair ever saturates, whatever the weights are. A row of normally distributed
/// weights loses half a bit by it.
/// </remarks>
internal static class RowQuantizer
{
    /// <summary>The largest sum of two neighbours before they are rounded, and so the largest byte.</summary>
    internal const int Most = 127;

    /// <summary>The least scale, 2^-100: a row of smaller weights becomes zero. Products of scales never become denormal.</summary>
    internal const float LeastScale = 1f / (1L << 50) / (1L << 50);

    /// <summary>Quantises a row.</summary>
    /// <param name="row">The weights, finite.</param>
    /// <param name="bytes">As many bytes, from -127 to 127: the nearest whole numbers to weight over scale, ties to even, in double precision.</param>
    /// <returns>The scale.</returns>
    internal static float Quantize(ReadOnlySpan<float> row, Span<sbyte> bytes)
    {
        double most = 0;
        for (int k = 0; k < row.Length; k += 2)
        {
            double pair = Math.Abs((double)row[k]) + (k + 1 < row.Length ? Math.Abs((double)row[k + 1]) : 0);
            most = Math.Max(most, pair);
        }

        float scale = Math.Max((float)(most / Most), LeastScale);
        for (int k = 0; k < row.Length; k++)
        {
            bytes[k] = (sbyte)Math.Round(row[k] / (double)scale);
        }

        return scale;
    }
}
