using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Kernels.Integer;

/// <summary>Turns what stands in the rows of a stage as singles into whole numbers.</summary>
internal static class IntegerPacker
{
    /// <summary>Biases, if the stage computes in whole numbers.</summary>
    internal static void MakeBiases(StageLayout stage, Span<float> biases)
    {
        for (int i = 0; i < biases.Length && stage.IsInteger; i++)
        {
            biases[i] = IntegerArithmetic.InPlace(IntegerArithmetic.Bias(biases[i]));
        }
    }

    /// <summary>The factors of a diagonal cheap map.</summary>
    /// <returns>The shift that they share, in the place of a single.</returns>
    internal static float MakeMultipliers(Span<float> factors)
    {
        float largest = 0;
        for (int i = 0; i < factors.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(factors[i]));
        }

        int shift = FixedPointScale.Shift(largest);
        for (int i = 0; i < factors.Length; i++)
        {
            factors[i] = IntegerArithmetic.InPlace(FixedPointScale.Multiplier(factors[i], shift));
        }

        return IntegerArithmetic.InPlace(shift);
    }
}
