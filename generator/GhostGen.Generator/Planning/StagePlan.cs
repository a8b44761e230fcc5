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

    /// <summary>The accumulators that a row adds to; the same for all sources of a stage.</summary>
    internal int RowAccumulators => Layout.Inputs.Count == 0 ? 1 : Layout.Inputs.Max(static input => input.Accumulators.Count);

    /// <summary>How a panel is cut for a vector width.</summary>
    internal Sequence<PassPlan> Passes(PanelLayout panel, VectorWidth width) => PassPlan.Split(panel, RowAccumulators, width);

    /// <summary>The elements of a source that one iteration of its loop takes.</summary>
    internal static int ColumnsPerIteration(PassPlan pass, StageInput input)
    {
        int perColumn = pass.Vectors * input.Accumulators.Count;
        int columns = Math.Min(MostColumnsPerIteration, Math.Max(1, MultiplyAddsPerIteration / perColumn));
        return Math.Min(columns, input.Count);
    }
}
