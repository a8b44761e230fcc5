using GhostGen.Kernels.Integer;
using GhostGen.Quantization;

namespace GhostGen.Reference;

/// <summary>A layer's input as numbers of 16 bits and an exponent: of singles, or of the whole numbers of the layer before.</summary>
/// <param name="range">What it lies within, if that is known.</param>
/// <param name="isWhole">Whether it consists of whole numbers already.</param>
internal sealed class IntegerElementsOfInput(float? range, bool isWhole)
{
    /// <summary>Whether products take it as it is, with <see cref="Exponent"/>; otherwise it is turned into numbers like any other source.</summary>
    internal bool IsNumbers => !isWhole;

    /// <summary>The exponent of the last input: an element is its number times 2^(exponent - 15).</summary>
    internal int Exponent { get; private set; }

    /// <summary>The numbers of an input of singles.</summary>
    internal int[] OfSingles(ReadOnlySpan<float> values)
    {
        double most = 0;
        foreach (float value in values)
        {
            most = Math.Max(most, float.IsFinite(value) ? Math.Abs(value) : 0);
        }

        // The least power of two above all elements, or that of the range.
        int missing = IntegerElements.MissingBits(values.Length);
        int measured = most == 0 ? -FixedPointScale.MostExponent : Math.Clamp(Math.ILogB(most) + 1, -FixedPointScale.MostExponent, FixedPointScale.MostExponent);
        Exponent = missing + (range is { } known ? FixedPointScale.Exponent(known) : measured);
        var numbers = new int[values.Length];
        int largest = short.MaxValue >> missing;
        for (int i = 0; i < numbers.Length; i++)
        {
            double scaled = Math.Clamp(Math.ScaleB(values[i], IntegerArithmetic.ValueBits - Exponent), -largest, largest);
            numbers[i] = double.IsNaN(scaled) ? 0 : (int)Math.Round(scaled, MidpointRounding.ToEven);
        }

        return numbers;
    }
}
