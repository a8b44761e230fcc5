using System.Text;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>Decides how a model is computed. Pure: the same shape and options give the same plan.</summary>
internal static class Planner
{
    /// <summary>Up to this many weights are written as numbers. Every form is cheap for the compiler up to some 16,000; a person reads fewer.</summary>
    internal const int MostReadableNumbers = 2048;

    /// <summary>
    /// The most weights that are compiled in. Text takes 4 bytes a weight and an assembly's texts may take 16 MB together (CS8103).
    /// </summary>
    internal const int MostCompiledWeights = 4_000_000;

    /// <summary>
    /// From this many weights on, 48 KiB, a step finds some of them in no first-level cache, and reading them less often is worth an effort:
    /// sequences are computed in blocks of steps (where <see cref="LeastInputShare"/> allows), and every second step goes through the panels backward. In blocks gru 24 -> 24 and
    /// 24 -> 48, below the limit, took 1.11 and 1.05 times as long as step by step; ghost_gru 64 -> 64, the first above it, 0.57 times
    /// (Zen 5, 512 bits; bench: quick, after changing the number here).
    /// </summary>
    internal const int FewestParametersBeyondCache = PanelPolicy.FirstLevelCache;

    /// <summary>
    /// From this share of a layer's weights on, those that multiply its input are read once for eight steps of a sequence. Below it the
    /// detour by sums in memory costs about what it saves: Run of ghost_gru 40 -> 256, 0.118 of whose weights are the input's, took 1.05 times as
    /// long in blocks as step by step, gru and ghost_gru 10 -> 154 and 20 -> 400 (0.04 to 0.06) between 0.93 and 1.07 times. Above it gru 40 -> 256
    /// (0.135) took 0.88, 24 -> 128 (0.158) 0.88, ghost_gru 24 -> 128 (0.138) 0.92 and 40 -> 128 (0.211) 0.89 (Zen 5, 512 bits; bench: quick, after
    /// changing the number here).
    /// </summary>
    internal const double LeastInputShare = 0.125;

    /// <summary>Plans a model.</summary>
    /// <param name="shape">Its layers.</param>
    /// <param name="hasWeights">Whether its weights are known at compile time.</param>
    /// <param name="options">What its attribute decides; the defaults where left out.</param>
    /// <param name="weights">The weights of each layer, where blocks of zeros among them may be left out.</param>
    internal static KernelPlan Plan(ModelShape shape, bool hasWeights, KernelOptions? options = null, IReadOnlyList<LayerWeights>? weights = null)
    {
        string[] identifiers = Identifiers(shape);
        var named = shape.Layers.Select((layer, i) => (layer, identifiers[i])).ToList();
        bool exceedsCache = shape.Layers.Sum(static layer => layer.Parameters / WeightsPerLane(layer.Precision)) >= FewestParametersBeyondCache;
        var stages = VectorWidth.All.Select(width => shape.Layers.Select((layer, i) => weights is null ? LayerStages.Of(layer, width) : LayerStages.Of(layer, width, weights[i])).ToList()).ToList();
        int sums = stages.SelectMany(static width => width).SelectMany(static layer => layer).Max(static stage => stage.Sparse is null ? 0 : stage.SumCount);
        int panelSums = ActivationsInMemory.SumCount(stages.SelectMany(width => width.SelectMany((layer, i) => layer.Select(stage => (shape.Layers[i], stage)))));
        MemoryPlan memory = MemoryPlan.For(named, exceedsCache, sums, panelSums);
        var widths = VectorWidth.All.Select((width, i) => new WidthPlan(width, Layers(named, memory, stages[i], vectors: width != VectorWidth.Scalar, exceedsCache)));
        LiteralForm literal = !hasWeights ? LiteralForm.None : shape.Parameters <= MostReadableNumbers ? LiteralForm.Numbers : LiteralForm.Text;
        return new(shape, new(widths), memory, literal, options ?? new()) { ExceedsCache = exceedsCache };
    }

    private static Sequence<LayerPlan> Layers(List<(LayerShape Shape, string Identifier)> named, MemoryPlan memory, List<StageLayout[]> layouts, bool vectors, bool exceedsCache)
    {
        var layers = new List<LayerPlan>();
        int position = 0;
        for (int i = 0; i < named.Count; i++)
        {
            (LayerShape layer, string identifier) = named[i];
            var stages = new List<StagePlan>();
            int offset = 0;
            foreach (StageLayout stage in layouts[i])
            {
                stages.Add(new(stage, offset));
                offset += stage.FloatCount;
            }

            Place output = memory[MemoryPlan.OutputName(layer, identifier)];
            bool inPlace = layer.Precision != Precision.Integer && CanWriteInPlace(output, stages, memory);
            layers.Add(new(layer, identifier, position, output, new(stages))
            {
                InPlace = inPlace,

                // The whole vector is stored each step: where that is not in place it would reach into the state of the next layer.
                CarriesState = vectors && !exceedsCache && inPlace && layers.Count == 0 && CanCarryState(layer, stages),
                Alternates = vectors && exceedsCache && stages.Any(static stage => stage.HasDirections),
                InputIsBounded = i > 0 && SourceRange.HasBoundedOutput(named[i - 1].Shape),
                InputIsInteger = i > 0 && PassesIntegers(named[i - 1].Shape, layer),
                NextReadsIntegers = i + 1 < named.Count && PassesIntegers(layer, named[i + 1].Shape),

                // Whole numbers go from layer to layer where each overwrites the last one's, not for eight steps at once.
                BlocksInputs = vectors && exceedsCache && !layer.HasBytes && named.All(static other => other.Shape.Precision != Precision.Integer) && InputShare(stages) >= LeastInputShare,
            });
            position += offset;
        }

        return new(layers);
    }

    /// <summary>Whether a layer leaves the whole numbers that the next one reads. A softmax is computed in singles.</summary>
    private static bool PassesIntegers(LayerShape layer, LayerShape next) =>
        layer.Precision == Precision.Integer && next.Precision == Precision.Integer && layer is not DenseShape { Activation: Activation.Softmax };

    /// <summary>How many weights take the bytes of a single.</summary>
    private static int WeightsPerLane(Precision precision) => precision switch
    {
        Precision.BFloat16 => 2,
        Precision.Int8 or Precision.Int8Wide or Precision.Integer => 4,
        _ => 1,
    };

    /// <summary>The share of a layer's weights that multiply its input.</summary>
    private static double InputShare(List<StagePlan> stages) => stages.Sum(static stage => stage.InputWeights) / (double)stages.Sum(static stage => stage.Weights);

    /// <summary>Whether a GRU has one stage of one vector, and stores all its weights. Where weights exceed the cache sequences run in blocks instead.</summary>
    private static bool CanCarryState(LayerShape layer, List<StagePlan> stages) =>
        layer is GruShape { HasBytes: false } && stages[0].Layout is { Kind: StageKind.Gates, Sparse: null, Panels: { Count: 1 } panels } && panels[0].Bands.Count == 1;

    /// <summary>
    /// Whether one panel writes a layer's new intrinsic states, and whatever its last vector writes beyond them meets no other layer's
    /// state: states lie without gaps. Ghosts are computed from the new states, and written after them.
    /// </summary>
    private static bool CanWriteInPlace(Place output, List<StagePlan> stages, MemoryPlan memory)
    {
        StageLayout? writer = stages.Select(static stage => stage.Layout).FirstOrDefault(static layout => layout.Kind is StageKind.Gates or StageKind.Candidate);
        if (writer is null || writer.Panels.Count > 1)
        {
            return false;
        }

        bool isLast = output.Offset + output.Length == memory.StateLength;
        return isLast || stages.All(static stage => stage.Layout.Kind != StageKind.DiagonalCheap && stage.Layout.Panels.All(static panel => panel.Outputs == panel.Lanes));
    }

    /// <summary>Turns layer names into the beginnings of C# names: <c>ghost_gru0</c> into <c>GhostGru0</c>; a number is added where two would be the same.</summary>
    private static string[] Identifiers(ModelShape shape)
    {
        var taken = new HashSet<string>(MemoryPlan.ReservedIdentifiers, StringComparer.Ordinal);
        return shape.Layers.Select(layer =>
        {
            string identifier = PascalCase(layer.Name);
            string unique = identifier;
            for (int i = 1; !taken.Add(unique); i++)
            {
                unique = FormattableString.Invariant($"{identifier}Layer{i}");
            }

            return unique;
        }).ToArray();
    }

    private static string PascalCase(string name)
    {
        var result = new StringBuilder();
        bool upper = true;
        foreach (char c in name)
        {
            if (c == '_')
            {
                upper = true;
                continue;
            }

            result.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.Length == 0 || char.IsDigit(result[0]) ? "Layer" + result : result.ToString();
    }
}
