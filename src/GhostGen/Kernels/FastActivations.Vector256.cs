using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static GhostGen.Kernels.FastActivationConstants;
using Floats = System.Runtime.Intrinsics.Vector256<float>;
using Wide = System.Runtime.Intrinsics.Vector256;

namespace GhostGen.Kernels;

/// <content>The form for 8 lanes. The three vector forms differ in the two names above and in nothing else.</content>
public static partial class FastActivations
{
    /// <summary><c>1 / (1 + exp(-x))</c> to 2.5e-5, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats Sigmoid(Floats x)
    {
        // With a number on the left and NaN on the right, the native minimum and maximum are NaN.
        x = Wide.MinNative(Wide.Create(SigmoidSaturation), Wide.MaxNative(Wide.Create(-SigmoidSaturation), x));
        Floats x2 = Wide.MultiplyAddEstimate(x, x, Wide.Create(ActivationConstants.LeastSquare));
        Floats numerator = Wide.MultiplyAddEstimate(
            x2,
            Wide.MultiplyAddEstimate(
                x2,
                Wide.MultiplyAddEstimate(Wide.Create(SigmoidNumerator5), x, Wide.Create(SigmoidNumerator4)),
                Wide.MultiplyAddEstimate(Wide.Create(SigmoidNumerator3), x, Wide.Create(SigmoidNumerator2))),
            Wide.MultiplyAddEstimate(Wide.Create(SigmoidNumerator1), x, Wide.Create(0.5f)));
        Floats denominator = Wide.MultiplyAddEstimate(
            x2,
            Wide.MultiplyAddEstimate(Wide.Create(SigmoidDenominator4), x2, Wide.Create(SigmoidDenominator2)),
            Floats.One);
        return numerator / denominator;
    }

    /// <summary>The hyperbolic tangent to 5e-5, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats Tanh(Floats x)
    {
        x = Wide.MinNative(Wide.Create(TanhSaturation), Wide.MaxNative(Wide.Create(-TanhSaturation), x));
        Floats x2 = Wide.MultiplyAddEstimate(x, x, Wide.Create(ActivationConstants.LeastSquare));
        Floats numerator = Wide.MultiplyAddEstimate(
            x * x2,
            Wide.MultiplyAddEstimate(Wide.Create(TanhNumerator5), x2, Wide.Create(TanhNumerator3)),
            x * Wide.Create(TanhNumerator1));
        Floats denominator = Wide.MultiplyAddEstimate(
            x2,
            Wide.MultiplyAddEstimate(Wide.Create(TanhDenominator4), x2, Wide.Create(TanhDenominator2)),
            Floats.One);
        return numerator / denominator;
    }
}
