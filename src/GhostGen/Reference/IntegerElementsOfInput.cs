using GhostGen.Kernels.Integer;

namespace GhostGen.Reference;

/// <summary>A layer's input as numbers of 16 bits and an exponent: of singles, or of the whole numbers of the layer before.</summary>
/// <param name="isBounded">Whether it lies between -1 and 1 whatever happens.</param>
/// <param name="isWhole">Whether it consists of whole numbers already.</param>
internal sealed class IntegerElementsOfInput(bool isBounded, bool isWhole)
{
    private const int MostExponent = 40;

    /// <summary>Whether it lies between -1 and 1 whatever happens.</summary>
    internal bool IsBounded => isBounded;

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

        // The least power of two above all elements.
        int missing = IntegerElements.MissingBits(values.Length);
        Exponent = missing + (isBounded ? 0 : most == 0 ? -MostExponent : Math.Clamp(Math.ILogB(most) + 1, -MostExponent, MostExponent));
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
