namespace GhostGen.Kernels;

/// <summary>
/// The numbers that <see cref="Activations"/> are made of, the same for every vector width.
/// </summary>
/// <remarks>
/// Both functions are built for a short dependency chain, because a recurrent step waits for them, and from operations that round the
/// same way at every width (no reciprocal estimates: their bits differ between widths and between machines).
/// <para>
/// <c>sigmoid(x) = 1 / (1 + exp(-x))</c>. With <c>n = round(x / ln 2)</c> and <c>r = x - n ln 2</c>, <c>exp(-x) = 2^-n exp(-r)</c>, and
/// <c>|r| &lt;= ln 2 / 2</c>. ln 2 is split in two: <c>n * Ln2High</c> is exact, so <c>r</c> is too, fused or not; what the low part adds is
/// at most 2e-4 and goes into the scale, <c>2^-n (1 + n Ln2Low)</c>, beside the polynomial rather than before it. The polynomial is
/// <c>1 - r + r^2 q(r)</c> with the <c>q</c> of degree 4 that has the smallest largest relative error, 3.1e-9.
/// </para>
/// <para>
/// <c>tanh(x) = x p(x^2) / q(x^2)</c>, the quotient of two polynomials of degree 4 with the smallest largest relative error on
/// <c>|x| &lt;= 9.02</c>, 2.1e-8, its coefficients then moved by a few units in the last place to where the rounded
/// evaluation errs least. All are positive, so nothing cancels, and near zero the quotient is exactly 1.
/// </para>
/// </remarks>
internal static class ActivationConstants
{
    /// <summary>
    /// 2^-60, added to squares. Powers of tiny numbers would underflow, and a processor may take long for that: small models in silence took
    /// 1.3 to 1.8 times as long for a step. Polynomials that begin with 1 do not notice it, except where
    /// it breaks the tie of a square that lies halfway between two floats.
    /// </summary>
    internal const float LeastSquare = 1f / (1L << 60);

    /// <summary>Below it <c>exp(-x)</c> would pass 2^126, and the reciprocal of one more than that would be denormal: slow, and worth nothing.</summary>
    internal const float SigmoidLowest = -87.33f;

    /// <summary>Above it <c>2^-n</c> is taken as 0, and sigmoid has been 1 for long.</summary>
    internal const float SigmoidHighest = 88f;

    /// <summary>1 / ln 2.</summary>
    internal const float InverseLn2 = 1.44269502f;

    /// <summary>1.5 * 2^23: added to a number of moderate size it leaves that number's nearest integer in the lowest bits.</summary>
    internal const float RoundingShift = 12582912f;

    /// <summary>The bits of <see cref="RoundingShift"/> plus the bias of the exponent: subtracting a shifted <c>n</c> leaves the biased exponent of <c>2^-n</c>.</summary>
    internal const int ExponentOfOne = 0x4B400000 + 127;

    /// <summary>The bits below the exponent.</summary>
    internal const int ExponentShift = 23;

    /// <summary>ln 2 to 15 bits: times any <c>n</c> that occurs, of 8 bits, it is exact.</summary>
    internal const float Ln2High = 0.693145751953125f;

    /// <summary>ln 2 less <see cref="Ln2High"/>.</summary>
    internal const float Ln2Low = 1.42860677e-06f;

    internal const float Exponential2 = 0.49999994f;
    internal const float Exponential3 = -0.166665196f;
    internal const float Exponential4 = 0.0416683927f;
    internal const float Exponential5 = -0.00836875569f;
    internal const float Exponential6 = 0.00138145266f;

    /// <summary>From here on tanh is 1 in single precision, and here the quotient is exactly 1, fused or not.</summary>
    internal const float TanhSaturation = 9.019f;

    internal const float TanhNumerator1 = 0.133797169f;
    internal const float TanhNumerator2 = 0.00349403592f;
    internal const float TanhNumerator3 = 2.05834585e-05f;
    internal const float TanhNumerator4 = 1.33190401e-08f;
    internal const float TanhDenominator1 = 0.467130333f;
    internal const float TanhDenominator2 = 0.0258710757f;
    internal const float TanhDenominator3 = 0.000328309281f;
    internal const float TanhDenominator4 = 7.7620075e-07f;
}
