namespace GhostGen.Samples.Audio.Spectra;

/// <summary>
/// The discrete Fourier transform of real values, and back (Cooley and Tukey 1965). Even and odd values are the real and imaginary parts of a complex
/// transform of half the length, whose result is then taken apart; so a transform costs half of a complex one. Nothing is allocated after
/// construction.
/// </summary>
public sealed class RealFourierTransform
{
    private readonly int half;
    private readonly int[] reversed;
    private readonly double[] cosines;
    private readonly double[] sines;
    private readonly double[] real;
    private readonly double[] imaginary;

    /// <summary>Prepares transforms of a length.</summary>
    /// <param name="length">A power of two, 4 at least.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public RealFourierTransform(int length)
    {
        if (length < 4 || !int.IsPow2(length))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length of a transform is a power of two, 4 at least.");
        }

        Length = length;
        half = length / 2;
        reversed = new int[half];
        real = new double[half];
        imaginary = new double[half];
        cosines = new double[half];
        sines = new double[half];
        int bits = int.Log2(half);
        for (int i = 0; i < half; i++)
        {
            for (int bit = 0; bit < bits; bit++)
            {
                reversed[i] |= ((i >> bit) & 1) << (bits - 1 - bit);
            }

            (sines[i], cosines[i]) = Math.SinCos(-2 * Math.PI * i / length);
        }
    }

    /// <summary>The number of real values.</summary>
    public int Length { get; }

    /// <summary>The number of bins that are not mirrored: half the length, and one.</summary>
    public int Bins => half + 1;

    /// <summary>Transforms values.</summary>
    /// <param name="values"><see cref="Length"/> values.</param>
    /// <param name="realBins">The real parts of <see cref="Bins"/> bins.</param>
    /// <param name="imaginaryBins">Their imaginary parts.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Forward(ReadOnlySpan<double> values, Span<double> realBins, Span<double> imaginaryBins)
    {
        Require(values.Length, realBins.Length, imaginaryBins.Length);
        for (int i = 0; i < half; i++)
        {
            real[reversed[i]] = values[2 * i];
            imaginary[reversed[i]] = values[(2 * i) + 1];
        }

        Transform();
        for (int bin = 0; bin <= half; bin++)
        {
            // Even values give (Z[k] + conj Z[-k]) / 2, odd ones (Z[k] - conj Z[-k]) / 2i, turned by their place.
            int k = bin % half;
            int mirrored = (half - bin) % half;
            double evenReal = (real[k] + real[mirrored]) / 2;
            double evenImaginary = (imaginary[k] - imaginary[mirrored]) / 2;
            double oddReal = (imaginary[k] + imaginary[mirrored]) / 2;
            double oddImaginary = (real[mirrored] - real[k]) / 2;
            (double cosine, double sine) = bin == half ? (-1.0, 0.0) : (cosines[bin], sines[bin]);
            realBins[bin] = evenReal + (cosine * oddReal) - (sine * oddImaginary);
            imaginaryBins[bin] = evenImaginary + (cosine * oddImaginary) + (sine * oddReal);
        }
    }

    /// <summary>Undoes <see cref="Forward"/>.</summary>
    /// <param name="realBins">The real parts of <see cref="Bins"/> bins.</param>
    /// <param name="imaginaryBins">Their imaginary parts; those of the first and the last bin are taken as zero.</param>
    /// <param name="values"><see cref="Length"/> values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Inverse(ReadOnlySpan<double> realBins, ReadOnlySpan<double> imaginaryBins, Span<double> values)
    {
        Require(values.Length, realBins.Length, imaginaryBins.Length);
        for (int k = 0; k < half; k++)
        {
            int mirrored = half - k;
            double imaginaryK = k == 0 ? 0 : imaginaryBins[k];
            double imaginaryMirrored = k == 0 ? 0 : imaginaryBins[mirrored];
            double evenReal = (realBins[k] + realBins[mirrored]) / 2;
            double evenImaginary = (imaginaryK - imaginaryMirrored) / 2;
            double turnedReal = (realBins[k] - realBins[mirrored]) / 2;
            double turnedImaginary = (imaginaryK + imaginaryMirrored) / 2;
            double oddReal = (cosines[k] * turnedReal) + (sines[k] * turnedImaginary);
            double oddImaginary = (cosines[k] * turnedImaginary) - (sines[k] * turnedReal);

            // The inverse is the forward transform with the signs of all imaginary parts changed, before and behind it.
            real[reversed[k]] = evenReal - oddImaginary;
            imaginary[reversed[k]] = -(evenImaginary + oddReal);
        }

        Transform();
        for (int i = 0; i < half; i++)
        {
            values[2 * i] = real[i] / half;
            values[(2 * i) + 1] = -imaginary[i] / half;
        }
    }

    /// <summary>The complex transform, in place, of values that stand in bit-reversed order.</summary>
    private void Transform()
    {
        for (int size = 2; size <= half; size *= 2)
        {
            int stride = Length / size;
            for (int start = 0; start < half; start += size)
            {
                for (int i = 0; i < size / 2; i++)
                {
                    int upper = start + i;
                    int lower = upper + (size / 2);
                    double cosine = cosines[i * stride];
                    double sine = sines[i * stride];
                    double turnedReal = (cosine * real[lower]) - (sine * imaginary[lower]);
                    double turnedImaginary = (cosine * imaginary[lower]) + (sine * real[lower]);
                    real[lower] = real[upper] - turnedReal;
                    imaginary[lower] = imaginary[upper] - turnedImaginary;
                    real[upper] += turnedReal;
                    imaginary[upper] += turnedImaginary;
                }
            }
        }
    }

    private void Require(int values, int realBins, int imaginaryBins)
    {
        if (values != Length || realBins != Bins || imaginaryBins != Bins)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {values} values and {realBins} and {imaginaryBins} bins; {Length} values and {Bins} bins are expected."));
        }
    }
}
