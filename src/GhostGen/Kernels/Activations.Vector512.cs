using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static GhostGen.Kernels.ActivationConstants;
using Floats = System.Runtime.Intrinsics.Vector512<float>;
using Wide = System.Runtime.Intrinsics.Vector512;

namespace GhostGen.Kernels;

/// <content>The form for 16 lanes. The three vector forms differ in the two names above and in nothing else.</content>
public static partial class Activations
{
    /// <summary><c>max(x, 0)</c>, lane by lane; NaN stays NaN, and -0 stays -0, which a maximum would not promise on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats Relu(Floats x) => Wide.AndNot(x, Wide.LessThan(x, Floats.Zero).AsSingle());

    /// <summary><c>1 / (1 + exp(-x))</c>, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats Sigmoid(Floats x)
    {
        Floats polynomial = NegativeExponential(x, out Floats scale);
        return Floats.One / Wide.MultiplyAddEstimate(polynomial, scale, Floats.One);
    }

    /// <summary>The hyperbolic tangent, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats Tanh(Floats x)
    {
        x = Wide.MinNative(Wide.Create(TanhSaturation), Wide.MaxNative(Wide.Create(-TanhSaturation), x));
        Floats x2 = Wide.MultiplyAddEstimate(x, x, Wide.Create(LeastSquare));
        Floats x4 = x2 * x2;
        Floats numerator = Wide.MultiplyAddEstimate(
            x2,
            Wide.MultiplyAddEstimate(
                x4,
                Wide.MultiplyAddEstimate(Wide.Create(TanhNumerator4), x2, Wide.Create(TanhNumerator3)),
                Wide.MultiplyAddEstimate(Wide.Create(TanhNumerator2), x2, Wide.Create(TanhNumerator1))),
            Floats.One);
        Floats denominator = Wide.MultiplyAddEstimate(
            x2,
            Wide.MultiplyAddEstimate(
                x4,
                Wide.MultiplyAddEstimate(Wide.Create(TanhDenominator4), x2, Wide.Create(TanhDenominator3)),
                Wide.MultiplyAddEstimate(Wide.Create(TanhDenominator2), x2, Wide.Create(TanhDenominator1))),
            Floats.One);
        return x * numerator / denominator;
    }

    /// <summary><c>exp(-x)</c>, lane by lane, for what softmax needs: 0 from 88 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Floats ExponentialOfNegative(Floats x) => NegativeExponential(x, out Floats scale) * scale;

    /// <summary>A polynomial and a scale whose product is <c>exp(-x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Floats NegativeExponential(Floats x, out Floats scale)
    {
        // With a number on the left and NaN on the right, the native minimum and maximum are NaN.
        x = Wide.MinNative(Wide.Create(SigmoidHighest), Wide.MaxNative(Wide.Create(SigmoidLowest), x));
        Floats shifted = Wide.MultiplyAddEstimate(x, Wide.Create(InverseLn2), Wide.Create(RoundingShift));
        Floats n = shifted - Wide.Create(RoundingShift);
        Floats power = ((Wide.Create(ExponentOfOne) - shifted.AsInt32()) << ExponentShift).AsSingle();
        scale = Wide.MultiplyAddEstimate(n * Wide.Create(Ln2Low), power, power);

        Floats r = Wide.MultiplyAddEstimate(n, Wide.Create(-Ln2High), x);
        Floats r2 = Wide.MultiplyAddEstimate(r, r, Wide.Create(LeastSquare));
        Floats low = Wide.MultiplyAddEstimate(r2, Wide.MultiplyAddEstimate(Wide.Create(Exponential3), r, Wide.Create(Exponential2)), Floats.One - r);
        Floats high = Wide.MultiplyAddEstimate(Wide.Create(Exponential6), r2, Wide.MultiplyAddEstimate(Wide.Create(Exponential5), r, Wide.Create(Exponential4)));
        return Wide.MultiplyAddEstimate(high, r2 * r2, low);
    }
}
