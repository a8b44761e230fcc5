using GhostGen.Folding;
using GhostGen.Generator.Emission;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Tests.Planning;

/// <summary>
/// Says why a plan is what it is. Each reason is checked against the decision that it explains: a decision without a reason is an error,
/// so a change of the planner cannot leave its old reasons behind.
/// </summary>
internal static class PlanReasons
{
    /// <summary>The lanes of the vectors that can take the place of a wider one.</summary>
    private static readonly int[] Narrowings = [4, 8];

    /// <summary>Why a stage has the panels that it has.</summary>
    internal static string Panels(StageLayout layout)
    {
        VectorWidth width = layout.Width;
        int vectors = DivideUp(layout.Outputs, width.Lanes);
        int most = width.MostVectors(layout.Accumulators.Count);
        int[] sizes = [.. layout.Panels.Select(panel => DivideUp(panel.Outputs, width.Lanes))];
        bool divided = layout.Accumulators.Count == 4 && vectors >= 3 && vectors <= most && Weights(layout) is > 12_288 and <= 24_576;
        Require(sizes.Length == (divided ? 2 : DivideUp(vectors, most)) && sizes.Max() - sizes.Min() <= 1, $"{sizes.Length} panels for {vectors} vectors of which {most} fit the registers");
        if (width == VectorWidth.Scalar)
        {
            return "one output at a time";
        }

        string count = divided ? Text.Invariant($"{Text.Plural(vectors, "vector")}, which one panel could hold, in two: steps alternate, and the first-level cache holds the one that was read last")
            : sizes.Length > 1 ? Text.Invariant($"{Text.Plural(vectors, "vector")}, at most {most} a panel, dealt out evenly")
            : Text.Invariant($"{Text.Plural(vectors, "vector")} of at most {most}");
        return count + LastVector(layout);
    }

    /// <summary>Where the new state is written with each kind of vectors, and why.</summary>
    internal static string NewState(KernelPlan plan)
    {
        ILookup<bool, WidthPlan> widths = plan.Widths.ToLookup(static width => width.Layers[0].InPlace);
        Require(widths[true].All(static width => Writers(width) == 1) && widths[false].All(static width => Writers(width) > 1), $"the new state of {plan.Shape.Name}");
        List<string> reasons = [];
        if (widths[true].Any())
        {
            reasons.Add($"over the old one {At(widths[true])}, where one panel has read all of that before it writes");
        }

        if (widths[false].Any())
        {
            reasons.Add($"elsewhere and then copied {At(widths[false])}, where several panels read the old one in turn");
        }

        return string.Join("; ", reasons);
    }

    /// <summary>A kind of vectors.</summary>
    internal static string Vectors(VectorWidth width) => width == VectorWidth.Scalar ? "no vectors" : Text.Invariant($"{width.Bits} bits");

    /// <summary>How a sequence is run, and why.</summary>
    internal static string Sequences(KernelPlan plan)
    {
        bool exceeds = plan.Shape.Parameters >= Planner.FewestParametersBeyondCache;
        double share = InputShare(plan.Shape.Layers[0]);
        Require(plan.BlocksSequences == (exceeds && share >= Planner.LeastInputShare), $"the sequences of {plan.Shape.Name}");
        string limit = Text.Count(Planner.FewestParametersBeyondCache);
        string inputs = Text.Invariant($"{share:P1} of the weights are the input's");
        return plan.BlocksSequences
            ? $"in blocks of {TileSize.Columns} steps, except without vectors: {limit} parameters or more exceed the first-level cache, and a block reads the input's weights once; {inputs}"
            : exceeds ? Text.Invariant($"step by step: {inputs}, and below {Planner.LeastInputShare:P1} it gains nothing to read those once for {TileSize.Columns} steps")
            : $"step by step: fewer than {limit} parameters stay in the first-level cache, so blocks would save no reading{Carried(plan)}";
    }

    /// <summary>Where the state of a sequence stays in a register, and why.</summary>
    private static string Carried(KernelPlan plan)
    {
        WidthPlan[] carrying = [.. plan.Widths.Where(static width => width.CarriesState)];
        bool isGru = plan.Shape.Layers[0] is GruShape;
        Require(plan.Widths.All(width => width.CarriesState == (isGru && width.Width != VectorWidth.Scalar && plan.Shape.Layers[0].OutputSize <= width.Width.Lanes)), $"the state of {plan.Shape.Name}");
        return carrying.Length == 0 ? "" : $"; {At(carrying)} one vector is all of the state, and stays in a register from step to step";
    }

    /// <summary>In which directions steps go through panels, and why.</summary>
    internal static string Directions(KernelPlan plan)
    {
        bool exceeds = plan.Shape.Parameters >= Planner.FewestParametersBeyondCache;
        ILookup<bool, WidthPlan> widths = plan.Widths.ToLookup(static width => width.Alternates);
        Require(plan.Widths.All(width => width.Alternates == (exceeds && width.Width != VectorWidth.Scalar && MostPanels(width) > 1)), $"the directions of {plan.Shape.Name}");
        if (!exceeds)
        {
            return "in one direction: the nearest cache holds all weights";
        }

        List<string> reasons = [];
        if (widths[true].Any())
        {
            reasons.Add($"in alternating directions {At(widths[true])}: a step begins with the weights that the one before it read last, which a cache still holds");
        }

        if (widths[false].Any(static width => width.Width != VectorWidth.Scalar))
        {
            reasons.Add($"in one direction {At(widths[false].Where(static width => width.Width != VectorWidth.Scalar))}, where there is one panel");
        }

        return string.Join("; ", reasons);
    }

    /// <summary>What becomes of a layer's ghosts, and why.</summary>
    internal static string Ghosts(GhostGruShape layer)
    {
        Require(!GhostFolding.Applies(layer) && layer.CheapActivation == Activation.Tanh, $"the ghosts of {layer}");
        GhostGruShape linear = layer with { CheapActivation = Activation.None };
        var model = new ModelShape("linear", new([linear]));
        long folded = FoldedTensors.MultiplyAdds(model);
        Require(GhostFolding.Applies(linear) == folded < model.MultiplyAdds, $"folding the linear ghosts of {layer}");
        string otherwise = GhostFolding.Applies(linear)
            ? $"linear ones would be, and leave {Text.Count(folded)} of {Text.Count(model.MultiplyAdds)} multiply-adds"
            : "linear ones would not be either, because that saves no multiply-adds";
        return $"{layer.Ghosts} of {layer.Hidden} states, a stage of their own; not folded into the recurrent weights, because tanh is not linear ({otherwise})";
    }

    /// <summary>How weights that are compiled in are written, and why.</summary>
    internal static string Literal(KernelPlan plan)
    {
        bool readable = plan.Shape.Parameters <= Planner.MostReadableNumbers;
        Require(plan.Literal == (readable ? LiteralForm.Numbers : LiteralForm.Text), $"the weights of {plan.Shape.Name}");
        string limit = Text.Count(Planner.MostReadableNumbers);
        return readable ? $"as numbers: up to {limit} of them a person can read" : $"as text: nobody reads more than {limit} numbers, and text costs the compiler least";
    }

    /// <summary>The bits of the widest vectors in any panel.</summary>
    internal static int WidestVector(WidthPlan width) =>
        32 * width.Layers.SelectMany(static layer => layer.Stages).SelectMany(static stage => stage.Layout.Panels).Max(static panel => panel.Bands[0].Lanes);

    /// <summary>What is special about the vector that holds the last outputs.</summary>
    private static string LastVector(StageLayout layout)
    {
        int whole = layout.Width.Lanes;
        int lanes = layout.Panels[^1].Bands[^1].Lanes;
        int outputs = ((layout.Outputs - 1) % whole) + 1;
        int[] narrower = [.. Narrowings.Where(narrow => narrow < whole && outputs <= narrow)];
        Require(lanes == narrower.Append(whole).Min(), $"a vector of {lanes} lanes for the last {outputs} of {layout.Outputs} outputs");
        string narrowed = lanes == whole ? "" : Text.Invariant($"; {lanes} lanes hold the last {Text.Plural(outputs, "output")}");
        return narrowed + (outputs == lanes ? "" : Text.Invariant($"; {Text.Plural(lanes - outputs, "lane")} of zeros"));
    }

    /// <summary>The share of a recurrent layer's weights that multiply its input, from its tensors.</summary>
    private static double InputShare(LayerShape layer) =>
        layer.Tensors.Single(static tensor => tensor.Name == TensorNames.WeightInput).Count / (double)layer.MultiplyAdds;

    private static int Weights(StageLayout layout) => layout.Outputs * layout.Inputs.Sum(static input => input.Count * input.Accumulators.Count);

    private static int MostPanels(WidthPlan width) => width.Layers[0].Stages.Where(static stage => stage.Layout.Repeats == 1).Max(static stage => stage.Layout.Panels.Count);

    private static int Writers(WidthPlan width) => width.Layers[0].Stages.Single(static stage => stage.Layout.Kind == StageKind.Gates).Layout.Panels.Count;

    /// <summary><c>at 512, 256 bits and without vectors</c>.</summary>
    private static string At(IEnumerable<WidthPlan> plans)
    {
        int[] bits = [.. plans.Select(static plan => plan.Width.Bits)];
        string vectors = string.Join(", ", bits.Where(static width => width > 0).Select(static width => Text.Invariant($"{width}")));
        string[] parts = [.. vectors.Length > 0 ? [$"at {vectors} bits"] : Array.Empty<string>(), .. bits.Contains(0) ? ["without vectors"] : Array.Empty<string>()];
        return string.Join(" and ", parts);
    }

    private static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;

    private static void Require(bool isSo, string decision)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"The plan has changed, and no reason here explains it: {decision}. Write the new reason into {nameof(PlanReasons)}.");
        }
    }
}
