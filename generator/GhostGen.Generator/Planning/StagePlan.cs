using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>A stage and where its weights stand.</summary>
/// <param name="Layout">What is computed, and how its weights lie in memory.</param>
/// <param name="WeightOffset">The stage's first weight within its layer's.</param>
internal sealed record StagePlan(StageLayout Layout, int WeightOffset)
{
    /// <summary>
    /// Multiply-adds that one iteration of a loop over a source should hold, so that its counting and branching hide behind them.
    /// Measured at no gain above 12, which is what a panel of two 512-bit vectors and three gates does in two columns.
    /// </summary>
    private const int MultiplyAddsPerIteration = 12;

    /// <summary>Measured at no gain above 4 columns, and the text stays short.</summary>
    private const int MostColumnsPerIteration = 4;

    /// <summary>The elements of a source that one iteration of its loop takes.</summary>
    internal static int ColumnsPerIteration(PanelLayout panel, StageInput input)
    {
        int perColumn = panel.Bands.Count * input.Accumulators.Count;
        int columns = Math.Min(MostColumnsPerIteration, Math.Max(1, MultiplyAddsPerIteration / perColumn));
        return Math.Min(columns, input.Count);
    }
}
