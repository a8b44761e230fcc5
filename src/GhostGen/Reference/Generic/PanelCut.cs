using System.Runtime.Intrinsics;

namespace GhostGen.Reference.Generic;

/// <summary>Neighbouring panels of the same width.</summary>
/// <param name="FirstOutput">The first output of the first panel.</param>
/// <param name="Panels">The number of panels.</param>
/// <param name="Halves">2 where a panel is computed as two neighbouring halves, 1 otherwise.</param>
/// <param name="Vectors">The vectors of a half: 1 to 4.</param>
/// <param name="Lanes">The lanes of a vector: 16, 8, 4, or 1 without vectors.</param>
internal readonly record struct PanelCut(int FirstOutput, int Panels, int Halves, int Vectors, int Lanes)
{
    /// <summary>What a panel may read or write beyond the last output: less than two vectors of the widest kind.</summary>
    internal const int Slack = 32;

    /// <summary>
    /// Chains of multiply-adds that run side by side, at most: 8 or 9 hide a latency of 4 cycles in two units, and with what a gate's
    /// epilogue needs they fit 16 registers. Measured at 512 bits: 9 chains take 2.0 us for gru 10 -> 154 where 6 take 2.7, and 12 gain nothing.
    /// </summary>
    private const int MostChains = 9;

    /// <summary>The largest number of vectors there is a type for.</summary>
    private const int MostVectors = 4;

    /// <summary>The outputs of a panel, padding included.</summary>
    internal int PanelOutputs => Halves * Vectors * Lanes;

    /// <summary>The lanes of the widest vector that the machine is fast with.</summary>
    internal static int WidestLanes =>
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    /// <summary>Cuts some outputs into panels that are as equal as whole vectors allow.</summary>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="accumulators">The accumulators that a row of weights adds to.</param>
    /// <param name="widestLanes">The lanes of the widest vector to use.</param>
    internal static IEnumerable<PanelCut> Of(int outputs, int accumulators, int widestLanes)
    {
        int lanes = widestLanes;
        while (lanes > 4 && outputs <= lanes / 2)
        {
            lanes /= 2;
        }

        // One accumulator an output makes too few chains of one type's vectors, so large products are computed in halves.
        int halves = accumulators == 1 && outputs > MostVectors * lanes ? 2 : 1;
        int units = DivideUp(outputs, halves * lanes);
        int panels = DivideUp(units, Math.Min(MostVectors, MostChains / accumulators));
        int larger = units % panels;
        int size = units / panels;
        if (larger > 0)
        {
            yield return new(0, larger, halves, size + 1, lanes);
        }

        yield return new(larger * halves * (size + 1) * lanes, panels - larger, halves, size, lanes);
    }

    private static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;
}
