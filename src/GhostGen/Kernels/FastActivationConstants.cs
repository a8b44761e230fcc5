namespace GhostGen.Kernels;

/// <summary>The numbers that <see cref="FastActivations"/> are made of, the same for every vector width.</summary>
/// <remarks>
/// <c>tanh(x) = x p(x^2) / q(x^2)</c> with <c>p</c> and <c>q</c> of degree 2, the quotient that has the smallest largest absolute error,
/// 4.6e-5, on <c>|x| &lt;= 5</c> among those that nowhere pass 1; beyond, the argument is clamped, and <c>tanh(5)</c> is 1 to 9.1e-5.
/// One degree less errs by 7e-4. The error where the argument is clamped is the same, so a wider range would gain nothing.
/// <para>
/// <c>sigmoid(x) = 0.5 + 0.5 tanh(x / 2)</c> brought to one quotient, so that nothing is added after the division: the numerator is the
/// polynomial <c>0.5 q(x^2 / 4) + 0.25 x p(x^2 / 4)</c>, whose even coefficients are half the denominator's.
/// </para>
/// </remarks>
internal static class FastActivationConstants
{
    internal const float TanhSaturation = 5f;

    internal const float TanhNumerator1 = 0.9997998f;
    internal const float TanhNumerator3 = 0.101588055f;
    internal const float TanhNumerator5 = 0.00065144245f;
    internal const float TanhDenominator2 = 0.43434352f;
    internal const float TanhDenominator4 = 0.012600914f;

    internal const float SigmoidSaturation = 2 * TanhSaturation;

    internal const float SigmoidNumerator1 = TanhNumerator1 / 4;
    internal const float SigmoidNumerator2 = SigmoidDenominator2 / 2;
    internal const float SigmoidNumerator3 = TanhNumerator3 / 16;
    internal const float SigmoidNumerator4 = SigmoidDenominator4 / 2;
    internal const float SigmoidNumerator5 = TanhNumerator5 / 64;
    internal const float SigmoidDenominator2 = TanhDenominator2 / 4;
    internal const float SigmoidDenominator4 = TanhDenominator4 / 16;
}
