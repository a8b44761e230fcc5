using System.Numerics;

namespace GhostGen.Golden.Tests.Audio;

/// <summary>The discrete Fourier transform (Cooley and Tukey 1965, radix 2, in place).</summary>
internal static class Fourier
{
    /// <summary>Replaces values by their transform; their number is a power of two.</summary>
    public static void Forward(Span<Complex> values) => Transform(values, -1);

    /// <summary>Undoes <see cref="Forward"/>.</summary>
    public static void Inverse(Span<Complex> values)
    {
        Transform(values, 1);
        foreach (ref Complex value in values)
        {
            value /= values.Length;
        }
    }

    private static void Transform(Span<Complex> values, int sign)
    {
        if (values.Length <= 1)
        {
            return;
        }

        int half = values.Length / 2;
        var even = new Complex[half];
        var odd = new Complex[half];
        for (int i = 0; i < half; i++)
        {
            even[i] = values[2 * i];
            odd[i] = values[(2 * i) + 1];
        }

        Transform(even, sign);
        Transform(odd, sign);
        for (int i = 0; i < half; i++)
        {
            Complex turned = Complex.FromPolarCoordinates(1, sign * Math.PI * i / half) * odd[i];
            values[i] = even[i] + turned;
            values[i + half] = even[i] - turned;
        }
    }
}
