using System.Runtime.CompilerServices;
using static GhostGen.Kernels.ActivationConstants;

namespace GhostGen.Kernels;

/// <summary>
/// The activations: one definition, written out for one value and for vectors of 128, 256 and 512 bits, with the same bits at every width
/// on one machine. docs/numerics.md states how far they are from the exact functions.
/// </summary>
public static partial class Activations
{
    /// <summary><c>max(x, 0)</c>; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Relu(float x) => x < 0f ? 0f : x;

    /// <summary><c>1 / (1 + exp(-x))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float x)
    {
        float polynomial = NegativeExponential(x, out float scale);
        return 1f / Scalar.MultiplyAdd(polynomial, scale, 1f);
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x)
    {
        x = Scalar.Clamp(x, -TanhSaturation, TanhSaturation);
        float x2 = Scalar.MultiplyAdd(x, x, LeastSquare);
        float x4 = x2 * x2;
        float numerator = Scalar.MultiplyAdd(
            x2,
            Scalar.MultiplyAdd(
                x4,
                Scalar.MultiplyAdd(TanhNumerator4, x2, TanhNumerator3),
                Scalar.MultiplyAdd(TanhNumerator2, x2, TanhNumerator1)),
            1f);
        float denominator = Scalar.MultiplyAdd(
            x2,
            Scalar.MultiplyAdd(
                x4,
                Scalar.MultiplyAdd(TanhDenominator4, x2, TanhDenominator3),
                Scalar.MultiplyAdd(TanhDenominator2, x2, TanhDenominator1)),
            1f);
        return x * numerator / denominator;
    }

    /// <summary><c>exp(-x)</c>, for what softmax needs: 0 from 88 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float ExponentialOfNegative(float x) => NegativeExponential(x, out float scale) * scale;

    /// <summary>A polynomial and a scale whose product is <c>exp(-x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float NegativeExponential(float x, out float scale)
    {
        x = Scalar.Clamp(x, SigmoidLowest, SigmoidHighest);
        float shifted = Scalar.MultiplyAdd(x, InverseLn2, RoundingShift);
        float n = shifted - RoundingShift;
        float power = BitConverter.Int32BitsToSingle((ExponentOfOne - BitConverter.SingleToInt32Bits(shifted)) << ExponentShift);
        scale = Scalar.MultiplyAdd(n * Ln2Low, power, power);

        float r = Scalar.MultiplyAdd(n, -Ln2High, x);
        float r2 = Scalar.MultiplyAdd(r, r, LeastSquare);
        float low = Scalar.MultiplyAdd(r2, Scalar.MultiplyAdd(Exponential3, r, Exponential2), 1f - r);
        float high = Scalar.MultiplyAdd(Exponential6, r2, Scalar.MultiplyAdd(Exponential5, r, Exponential4));
        return Scalar.MultiplyAdd(high, r2 * r2, low);
    }
}
