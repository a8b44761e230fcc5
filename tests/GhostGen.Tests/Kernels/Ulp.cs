namespace GhostGen.Tests.Kernels;

/// <summary>Measures in units of the last place: the distance of neighbouring floats at a value.</summary>
internal static class Ulp
{
    /// <summary>How far <paramref name="actual"/> is from <paramref name="exact"/>, in units of the last place at <paramref name="exact"/>.</summary>
    internal static double Distance(float actual, double exact)
    {
        const int FractionBits = 23;
        const int LowestExponent = -126;
        int exponent = exact == 0 ? LowestExponent : Math.Max(LowestExponent, Math.ILogB(exact));
        return Math.Abs(actual - exact) / Math.ScaleB(1, exponent - FractionBits);
    }
}
