using System.Runtime.Intrinsics;

namespace GhostGen.Reference.Generic;

/// <summary>Neighbouring panels of the same width.</summary>
/// <param name="FirstOutput">The first output of the first panel.</param>
/// <param name="Panels">The number of panels.</param>
/// <param name="Vectors">The vectors of a panel: 1 to 4.</param>
/// <param name="Lanes">The lanes of a vector: 16, 8, 4, or 1 without vectors.</param>
internal readonly record struct PanelCut(int FirstOutput, int Panels, int Vectors, int Lanes)
{
    /// <summary>What a vector may read or write beyond the last output: less than one vector of the widest kind.</summary>
    internal const int Slack = 16;

    /// <summary>Chains of multiply-adds that run side by side, at most: enough to hide a latency of 4 cycles in two units, and with the epilogue's temporaries they still fit 16 registers.</summary>
    private const int MostChains = 9;

    /// <summary>The largest panel there is a type for.</summary>
    private const int MostVectors = 4;

    /// <summary>The outputs of a panel, padding included.</summary>
    internal int PanelOutputs => Vectors * Lanes;

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

        int vectors = (outputs + lanes - 1) / lanes;
        int most = Math.Min(MostVectors, MostChains / accumulators);
        int panels = (vectors + most - 1) / most;
        int larger = vectors % panels;
        int size = vectors / panels;
        if (larger > 0)
        {
            yield return new(0, larger, size + 1, lanes);
        }

        yield return new(larger * (size + 1) * lanes, panels - larger, size, lanes);
    }
}
