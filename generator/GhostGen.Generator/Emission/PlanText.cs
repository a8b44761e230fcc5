using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Says a plan in words, for the top of the emitted file and for the summaries of its methods.</summary>
internal static class PlanText
{
    /// <summary>A layer: what it reads and writes, and its options.</summary>
    internal static string Layer(LayerShape shape) => shape switch
    {
        GhostGruShape ghost => Text.Invariant($"ghost_gru, {ghost.InputSize} -> {ghost.Hidden} ({ghost.Intrinsic} intrinsic states, {ghost.Ghosts} ghosts, ratio {ghost.Ratio:R}; {Cheap(ghost)}; reset gate {Reset(ghost.Reset)})"),
        GruShape gru => Text.Invariant($"gru, {gru.InputSize} -> {gru.Hidden} ({Activation(gru.CandidateActivation)} candidate; reset gate {Reset(gru.Reset)})"),
        DenseShape dense => Text.Invariant($"dense, {dense.InputSize} -> {dense.Units} ({Activation(dense.Activation)}{(dense.Bias ? "" : "; no bias")})"),
        _ => shape.Kind,
    };

    /// <summary>A stage: its outputs, panels and rows.</summary>
    internal static string Stage(StagePlan stage)
    {
        StageLayout layout = stage.Layout;
        string what = layout.Kind switch
        {
            StageKind.Gates => "All gates",
            StageKind.ResetUpdate => "Reset and update gates",
            StageKind.Candidate => "Candidate",
            StageKind.Cheap => "Ghosts",
            StageKind.DiagonalCheap => "Ghosts, each a scaled intrinsic state",
            _ => "Outputs",
        };
        string repeats = layout.Repeats == 1 ? "" : Text.Invariant($"{Text.Plural(layout.Repeats, "group")} of ");
        string panels = layout.Panels.Count == 0 ? "" : " as " + Panels(layout);
        return $"{what}: {repeats}{Text.Plural(layout.Outputs, "output")}{panels}.";
    }

    /// <summary>How wide the panels are: <c>4 panels of 32 lanes and 1 of 28</c>.</summary>
    internal static string Panels(StageLayout layout)
    {
        var kinds = layout.Panels.GroupBy(static panel => panel.Lanes).ToList();
        return string.Join(" and ", kinds.Select((kind, i) => i == 0
            ? Text.Invariant($"{Text.Plural(kind.Count(), "panel")} of {kind.Key} lanes")
            : Text.Invariant($"{kind.Count()} of {kind.Key}")));
    }

    /// <summary>How the panels of a stage are passed over at one width.</summary>
    internal static string Passes(StagePlan stage, VectorWidth width)
    {
        PanelLayout widest = stage.Layout.Panels.OrderByDescending(static panel => panel.Lanes).First();
        Sequence<PassPlan> passes = stage.Passes(widest, width);
        int perRow = passes.Max(static pass => pass.Vectors) * stage.RowAccumulators;
        return Text.Invariant($"{Text.Plural(passes.Count, "pass")} a panel, {Text.Plural(perRow, "multiply-add")} a row");
    }

    private static string Cheap(GhostGruShape ghost)
    {
        string map = ghost.Cheap == CheapMap.Grouped ? Text.Invariant($"grouped by {ghost.Groups}") : ghost.Cheap.ToString().ToLowerInvariant();
        return $"cheap map {map}, {Activation(ghost.CheapActivation)}{(ghost.CheapBias ? "" : ", no bias")}";
    }

    private static string Activation(Activation activation) => activation == GhostGen.Activation.None ? "linear" : activation.ToString().ToLowerInvariant();

    private static string Reset(ResetForm reset) => reset switch
    {
        ResetForm.AfterProduct => "after the product",
        ResetForm.AfterWholeProduct => "after the product with the whole state",
        _ => "before the product",
    };
}
