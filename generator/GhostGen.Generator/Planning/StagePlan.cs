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
    /// Twice as many gained nothing, and three times as many made gru 128 -> 128 take 1.16 times a plain read of its weights instead of
    /// 1.0 (Zen 5, 512 bits; bench: quick --filter x128, after changing the number here).
    /// </summary>
    private const int MultiplyAddsPerIteration = 12;

    /// <summary>Keeps the text of narrow panels short.</summary>
    private const int MostColumnsPerIteration = 4;

    /// <summary>Whether the stage's first source is the layer's input, so that what the inputs of several steps add can be computed together.</summary>
    internal bool ReadsInput => Layout.Inputs.Count > 0 && Layout.Inputs[0].Source == StageSource.Input;

    /// <summary>Whether its panels can be gone through in two directions. Groups go one way: each begins with the outputs of its own; and so do strips, which keep the order of sums.</summary>
    internal bool HasDirections => Layout.Repeats == 1 && Layout.Panels.Count > 1 && Layout.Sparse is null;

    /// <summary>Whether its weights are bytes, which sources are turned into whole numbers for.</summary>
    internal bool HasBytes => Layout.Inputs.Any(static input => input.HasBytes);

    /// <summary>Whether any of its panels' methods is told where the floats of its input, or of the new intrinsic states, are.</summary>
    internal bool ReadsFloats => !Layout.Inputs.Any(static input => input is { HasBytes: true, Source: StageSource.Input or StageSource.NewIntrinsic });

    /// <summary>The floats of all sums that the stage builds for one vector.</summary>
    internal int SumCount => Layout.SumCount;

    /// <summary>The weights of all sources, all of them stored and without what fills vectors up.</summary>
    internal long Weights => Layout.Inputs.Sum(WeightsOf);

    /// <summary>Those of them that multiply the layer's input.</summary>
    internal long InputWeights => ReadsInput ? WeightsOf(Layout.Inputs[0]) : 0;

    /// <summary>The elements of a source that one iteration of its loop takes.</summary>
    internal static int ColumnsPerIteration(PanelLayout panel, StageInput input)
    {
        int perColumn = panel.Bands.Count * input.Accumulators.Count;
        int columns = Math.Min(MostColumnsPerIteration, Math.Max(1, MultiplyAddsPerIteration / perColumn));

        // Whole rows, so that an iteration ends where a row does.
        return Math.Min(PanelPolicy.RoundUp(columns, input.ElementsPerRow), input.Count);
    }

    private long WeightsOf(StageInput input) => (long)Layout.Repeats * Layout.Outputs * input.Count * input.Accumulators.Count;

    /// <summary>The rows of bytes that one iteration of a source's loop takes.</summary>
    internal static int RowsPerIteration(PanelLayout panel, StageInput input) =>
        Math.Min(MostColumnsPerIteration, Math.Max(1, MultiplyAddsPerIteration / (panel.Bands.Count * input.Accumulators.Count)));
}
