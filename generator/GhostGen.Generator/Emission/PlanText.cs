using GhostGen.Folding;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

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

    /// <summary>What has been computed once and for all, so that no step computes it: a sentence each.</summary>
    internal static IEnumerable<string> Foldings(KernelPlan plan)
    {
        string first = plan.Shape.Layers[0].Name;
        if (plan.Literal == LiteralForm.None)
        {
            yield return $"Folded into the weights of {first} as they are loaded: the input's mean and scale, where the file has them.";
        }
        else if (plan.Options.InputFolding is { } folded)
        {
            yield return $"Folded into the weights of {first}: the input's {folded}.";
        }

        foreach (GhostGruShape ghost in plan.Shape.Layers.OfType<GhostGruShape>().Where(GhostFolding.Applies))
        {
            yield return $"Folded into the recurrent weights of {ghost.Name}: its ghosts, which are linear. Gates read the intrinsic states alone.";
        }
    }

    /// <summary>What a layer's weights take, and what they would take as singles: <c>190 KB instead of 378 KB</c>.</summary>
    internal static string Saving(LayerShape layer)
    {
        long biases = FoldedTensors.Of(layer).Where(static tensor => tensor.IsBias).Sum(static tensor => tensor.Count);
        long weights = FoldedTensors.Count(layer) - biases;
        long stored = layer.Precision == Precision.BFloat16 ? 2 * weights : weights;
        return $"{Text.Bytes(stored + (4 * biases))} instead of {Text.Bytes(4 * (weights + biases))}";
    }

    /// <summary>The range of a layer's input, which is given: <c>between -2.5 and 2.5, which values beyond become</c>.</summary>
    internal static string InputRange(LayerShape layer)
    {
        float range = layer.InputRange ?? throw new ArgumentException("The layer says nothing of its input's range.", nameof(layer));

        // Whole numbers share a power of two, which a single holds.
        float end = layer.Precision == Precision.Integer ? (float)Math.Pow(2, FixedPointScale.Exponent(range)) : range;
        return Text.Invariant($"between {-end:R} and {end:R}, which values beyond become");
    }

    /// <summary>A stage: its outputs.</summary>
    internal static string Outputs(StageLayout layout)
    {
        string what = layout.Kind switch
        {
            StageKind.Gates => "all gates",
            StageKind.ResetUpdate => "reset and update gates",
            StageKind.Candidate => "candidate",
            StageKind.Cheap => "ghosts",
            StageKind.DiagonalCheap => "ghosts, each a scaled intrinsic state",
            _ => "outputs",
        };
        string repeats = layout.Repeats == 1 ? "" : Text.Invariant($"{Text.Plural(layout.Repeats, "group")} of ");
        return $"{what}: {repeats}{Text.Plural(layout.Outputs, "output")}";
    }

    /// <summary>A stage: its outputs and panels.</summary>
    internal static string Stage(StageLayout layout)
    {
        string outputs = Outputs(layout);
        string panels = layout.Panels.Count == 0 ? "" : layout.Sparse is null ? " as " + Panels(layout) : ", " + Blocks(layout);
        return $"{char.ToUpperInvariant(outputs[0])}{outputs.Substring(1)}{panels}.";
    }

    /// <summary>How wide the panels are and what one row of the widest costs: <c>4 panels of 32 lanes and 1 of 28, 6 multiply-adds a row</c>.</summary>
    internal static string Panels(StageLayout layout)
    {
        var kinds = layout.Panels.GroupBy(static panel => panel.Lanes).ToList();
        string panels = string.Join(" and ", kinds.Select(static (kind, i) => i == 0
            ? Text.Invariant($"{Text.Plural(kind.Count(), "panel")} of {Text.Plural(kind.Key, "lane")}")
            : Text.Invariant($"{kind.Count()} of {kind.Key}")));
        int perRow = layout.Panels.Max(static panel => panel.Bands.Count) * layout.Inputs.Max(static input => input.Accumulators.Count * input.ElementsPerRow);
        return $"{panels}, {Text.Plural(perRow, "multiply-add")} a row";
    }

    /// <summary>What is left of a stage's weights without the blocks that are zero: <c>of whose weights 2,112 blocks are stored, 31 % of what all would take</c>.</summary>
    internal static string Blocks(StageLayout layout)
    {
        StageLayout whole = layout with { Sparse = null };
        int blocks = layout.Sparse!.Parts.Sum(static part => part.Blocks);
        return Text.Invariant($"of whose weights {Text.Plural(blocks, "block")} are stored, {100.0 * layout.FloatCount / whole.FloatCount:0} % of what all would take");
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
