using System.Globalization;
using GhostGen.Kernels;

namespace GhostGen.Tests.Kernels;

/// <summary>The largest errors that a sweep over the floats of one sign has found, and where.</summary>
/// <param name="Units">The largest error in units of the last place.</param>
/// <param name="UnitsAt">The argument that has it.</param>
/// <param name="Difference">The largest absolute error.</param>
/// <param name="DifferenceAt">The argument that has it.</param>
/// <param name="Largest">The largest magnitude of a result.</param>
internal sealed record ActivationSweep(double Units, float UnitsAt, double Difference, float DifferenceAt, float Largest)
{
    /// <summary>The variable that says every how many floats are tried where the functions vary: 1 tries them all.</summary>
    internal const string StrideVariable = "GHOSTGEN_ACTIVATION_STRIDE";

    // A prime, so that the floats that are tried end in every combination of low bits.
    private const uint DefaultStride = 1009;

    // From 2^-24 to 100. Below, tanh returns its argument and sigmoid 0.5 or the float before it; above, arguments are clamped.
    private const uint FirstOfInterest = 0x33800000;
    private const uint LastOfInterest = 0x42C80000;

    private const uint Infinity = 0x7F800000;

    private static uint Stride => Environment.GetEnvironmentVariable(StrideVariable) is { Length: > 0 } text
        ? uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : DefaultStride;

    /// <summary>Compares a function with the exact one.</summary>
    /// <param name="sign">The bit of the sign, or 0.</param>
    /// <param name="function">The function.</param>
    /// <param name="exact">The exact one.</param>
    /// <param name="counts">Whether an argument takes part.</param>
    internal static ActivationSweep Over(uint sign, Func<float, float> function, Func<double, double> exact, Func<float, bool> counts)
    {
        var worst = new ActivationSweep(0, 0, 0, 0, 0);
        uint coarse = Math.Max(Stride, DefaultStride);
        foreach ((uint first, uint end, uint stride) in (ReadOnlySpan<(uint, uint, uint)>)
            [(0, FirstOfInterest, coarse), (FirstOfInterest, LastOfInterest, Stride), (LastOfInterest, Infinity, coarse)])
        {
            for (uint bits = first; bits < end; bits += stride)
            {
                float x = BitConverter.UInt32BitsToSingle(bits | sign);
                if (counts(x))
                {
                    worst = worst.With(x, function(x), exact(x));
                }
            }
        }

        return worst;
    }

    /// <summary>In words, with what they depend on.</summary>
    internal string Describe(ActivationBound bound, uint sign) => FormattableString.Invariant(
        $"{bound.Name}, {(sign == 0 ? "x >= 0" : "x < 0")}, {(Scalar.IsFused ? "fused" : "not fused")}, stride {Stride}: {Units:0.0000} ULP at {UnitsAt:R}, {Difference:0.0000E+0} at {DifferenceAt:R}, largest result {Largest:R}");

    private ActivationSweep With(float x, float actual, double expected)
    {
        double units = Ulp.Distance(actual, expected);
        double difference = Math.Abs(actual - expected);
        float magnitude = Math.Abs(actual);
        return units <= Units && difference <= Difference && magnitude <= Largest
            ? this
            : new(
                Math.Max(units, Units),
                units > Units ? x : UnitsAt,
                Math.Max(difference, Difference),
                difference > Difference ? x : DifferenceAt,
                Math.Max(magnitude, Largest));
    }
}
