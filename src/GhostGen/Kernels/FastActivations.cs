using System.Runtime.CompilerServices;
using static GhostGen.Kernels.FastActivationConstants;

namespace GhostGen.Kernels;

/// <summary>
/// Sigmoid and tanh for <see cref="ActivationAccuracy.Fast"/>: written out for one value and for vectors of 128, 256 and 512 bits, with
/// the same bits at every width on one machine. docs/numerics.md states how far they are from the exact functions.
/// </summary>
public static partial class FastActivations
{
    /// <summary><c>1 / (1 + exp(-x))</c> to 2.5e-5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x)
    {
        x = Scalar.Clamp(x, -SigmoidSaturation, SigmoidSaturation);
        float x2 = Scalar.MultiplyAdd(x, x, ActivationConstants.LeastSquare);
        float numerator = Scalar.MultiplyAdd(
            x2,
            Scalar.MultiplyAdd(
                x2,
                Scalar.MultiplyAdd(SigmoidNumerator5, x, SigmoidNumerator4),
                Scalar.MultiplyAdd(SigmoidNumerator3, x, SigmoidNumerator2)),
            Scalar.MultiplyAdd(SigmoidNumerator1, x, 0.5f));
        float denominator = Scalar.MultiplyAdd(
            x2,
            Scalar.MultiplyAdd(SigmoidDenominator4, x2, SigmoidDenominator2),
            1f);
        return numerator / denominator;
    }

    /// <summary>The hyperbolic tangent to 5e-5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x)
    {
        x = Scalar.Clamp(x, -TanhSaturation, TanhSaturation);
        float x2 = Scalar.MultiplyAdd(x, x, ActivationConstants.LeastSquare);
        float numerator = Scalar.MultiplyAdd(
            x * x2,
            Scalar.MultiplyAdd(TanhNumerator5, x2, TanhNumerator3),
            x * TanhNumerator1);
        float denominator = Scalar.MultiplyAdd(
            x2,
            Scalar.MultiplyAdd(TanhDenominator4, x2, TanhDenominator2),
            1f);
        return numerator / denominator;
    }
}
