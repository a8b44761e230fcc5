using System.Runtime.InteropServices;
using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>Whether a stage leaves blocks of zeros out. A function of its layout and weights alone, so that compiler and program agree.</summary>
internal static class SparsePolicy
{
    /// <summary>
    /// The fewest floats of a stage, stored whole, that are worth it: 16 KiB. With 30 % of its 16 x 16 blocks gru 48 -> 48 (14,000 floats) took a
    /// step in 0.35 and 0.51 of the time at 512 and 256 bits, gru 32 -> 32 (6,300) in 1.02 and 0.69, gru 24 -> 24 (3,600) in 0.95 and 0.79,
    /// and with smaller blocks, of which vectors store more, in 1.04 and 0.79 (Zen 5): the sums' way through memory outweighs what is saved.
    /// </summary>
    internal const int FewestFloats = 4_096;

    /// <summary>
    /// The most floats that may be left, tables included, of those of a stage that is stored whole. With 59 % of them left gru 384 -> 384 took
    /// 0.66 of the time for a step, 0.69 in a sequence and 0.78 in a batch, gru 64 -> 64 with 52 % 0.72, 0.85 and 0.92, but with 64 % 0.78, 0.98 and
    /// 1.16 (Zen 5, 512 bits).
    /// </summary>
    internal const double MostShare = 0.6;

    /// <summary>The layout of a stage's blocks, or <see langword="null"/> where all weights are stored.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="weights">The layer's weights.</param>
    internal static SparseLayout? Choose(StageLayout stage, LayerWeights weights)
    {
        // The groups of a grouped cheap map are blocks already, and small.
        if (stage.Panels.Count == 0 || HasBytes(stage) || stage.Repeats > 1 || stage.FloatCount < FewestFloats || HasNegativeZero(stage, weights))
        {
            return null;
        }

        SparseLayout layout = SparseBlocks.Layout(stage, weights);
        return (stage with { Sparse = layout }).FloatCount <= MostShare * stage.FloatCount ? layout : null;
    }

    /// <summary>Whether some of its weights are bytes. Those of its first source may be too many for that, and singles.</summary>
    private static bool HasBytes(StageLayout stage)
    {
        for (int i = 0; i < stage.Inputs.Count; i++)
        {
            if (stage.Inputs[i].HasBytes)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a sum starts at -0, as those of a dense layer may. Products with zeros make it +0 where they are computed, and leave it -0
    /// where they are not; from any other start they change nothing.
    /// </summary>
    private static bool HasNegativeZero(StageLayout stage, LayerWeights weights)
    {
        for (int i = 0; i < stage.Accumulators.Count; i++)
        {
            ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(weights.Biases(stage.Accumulators[i], stage.Outputs));
            for (int output = 0; output < bits.Length; output++)
            {
                if (bits[output] == int.MinValue)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
