namespace GhostGen.Samples.Audio.Mel;

/// <summary>The cosine transform (DCT-II) that makes cepstra of logarithms of bands.</summary>
internal sealed class CosineTransform
{
    private readonly double[] table;
    private readonly int bands;

    /// <summary>Prepares transforms.</summary>
    /// <param name="bands">The values that are read.</param>
    /// <param name="coefficients">The values that are written.</param>
    /// <param name="isOrthonormal">Whether the first coefficient is scaled by the square root of one half too, so that the transform is a rotation. TensorFlow does not.</param>
    public CosineTransform(int bands, int coefficients, bool isOrthonormal)
    {
        this.bands = bands;
        table = new double[coefficients * bands];
        double scale = Math.Sqrt(2.0 / bands);
        for (int k = 0; k < coefficients; k++)
        {
            for (int band = 0; band < bands; band++)
            {
                table[(k * bands) + band] = scale * Math.Cos(Math.PI / bands * k * (band + 0.5)) * (isOrthonormal && k == 0 ? Math.Sqrt(0.5) : 1);
            }
        }
    }

    /// <summary>Transforms values.</summary>
    public void Transform(ReadOnlySpan<double> values, Span<float> coefficients)
    {
        for (int k = 0; k < coefficients.Length; k++)
        {
            double sum = 0;
            for (int band = 0; band < bands; band++)
            {
                sum += table[(k * bands) + band] * values[band];
            }

            coefficients[k] = (float)sum;
        }
    }
}
