namespace GhostGen.Quantization;

/// <summary>
/// The scales of a source's weights as whole numbers: <c>scale * 2^(bits of a sum - bits of a value) = multiplier * 2^(shift - 32)</c>. All outputs share the shift, so the
/// largest scale has 31 bits and the error of every other is no larger than its.
/// </summary>
internal static class FixedPointScale
{
    /// <summary>A sum has one bit more behind the point than the elements that its products are made of.</summary>
    private const double Unit = 2;

    /// <summary>Exponents of elements are kept within this and its negative: beyond, elements are the largest there are, or zeros.</summary>
    internal const int MostExponent = 40;

    /// <summary>The exponent of the least power of two that is not below a range, which is positive.</summary>
    internal static int Exponent(float range)
    {
        long bits = BitConverter.DoubleToInt64Bits(range);
        int exponent = (int)(bits >> 52) - 1023 + ((bits & ((1L << 52) - 1)) == 0 ? 0 : 1);
        return Math.Max(-MostExponent, Math.Min(exponent, MostExponent));
    }

    /// <summary>The shift of scales up to <paramref name="largest"/>: the least with which its multiplier is below 2^31.</summary>
    internal static int Shift(float largest)
    {
        double scaled = Math.Abs((double)largest) * Unit;
        return scaled == 0 ? 0 : (int)((BitConverter.DoubleToInt64Bits(scaled) >> 52) & 0x7FF) - 1023 + 2;
    }

    /// <summary>The multiplier of a scale, rounded to nearest, ties to even.</summary>
    internal static int Multiplier(float scale, int shift) => (int)Math.Min(Math.Round(scale * Unit * Math.Pow(2, 32 - shift)), int.MaxValue);
}
