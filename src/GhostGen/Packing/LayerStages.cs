using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Quantization;

namespace GhostGen.Packing;

/// <summary>Cuts a layer into the stages that compute it.</summary>
internal static class LayerStages
{
    private static readonly Sequence<Accumulator> ResetUpdate = new([Accumulator.Reset, Accumulator.Update]);
    // What one source adds to is a run of neighbours in the bias row, so that a tile can keep its sums in the order of both.
    private static readonly Sequence<Accumulator> Outside = new([Accumulator.Candidate, Accumulator.Reset, Accumulator.Update]);
    private static readonly Sequence<Accumulator> Inside = new([Accumulator.Reset, Accumulator.Update, Accumulator.Recurrent]);
    private static readonly Sequence<Accumulator> AllGates = new([Accumulator.Candidate, Accumulator.Reset, Accumulator.Update, Accumulator.Recurrent]);
    private static readonly Sequence<Accumulator> CandidateOnly = new([Accumulator.Candidate]);
    private static readonly Sequence<Accumulator> GhostOnly = new([Accumulator.Ghost]);
    private static readonly Sequence<Accumulator> OutputOnly = new([Accumulator.Output]);

    /// <summary>The stages of <paramref name="layer"/>, in the order in which they run, laid out for vectors of <paramref name="width"/>.</summary>
    public static StageLayout[] Of(LayerShape layer, VectorWidth width)
    {
        // No queries and no spreads on the way: a program that starts compiles each generic method that they bring along.
        var stages = new List<StageLayout>();
        switch (layer)
        {
            case GruShape gru:
                AddRecurrent(stages, gru.InputSize, gru.Hidden, 0, gru.Reset, width);
                break;
            case GhostGruShape ghost when GhostFolding.Applies(ghost):
                AddFolded(stages, ghost, width);
                AddCheapMap(stages, ghost, width);
                break;
            case GhostGruShape ghost:
                AddRecurrent(stages, ghost.InputSize, ghost.Intrinsic, ghost.Ghosts, ghost.Reset, width);
                AddCheapMap(stages, ghost, width);
                break;
            case DenseShape dense:
                stages.Add(new(StageKind.Dense, dense.Units, OutputOnly, new([new(StageSource.Input, dense.InputSize, OutputOnly)]), width));
                break;
            default:
                throw new ArgumentException($"Layers of kind '{layer.Kind}' have no stages.", nameof(layer));
        }

        StageLayout[] all = stages.ToArray();
        for (int i = 0; i < all.Length && layer.Precision != Precision.Float32; i++)
        {
            all[i] = WithForm(all[i], layer);
        }

        return all;
    }

    /// <summary>The same where weights are known: blocks of zeros are left out where that is worth it.</summary>
    public static StageLayout[] Of(LayerShape layer, VectorWidth width, LayerWeights weights)
    {
        StageLayout[] stages = Of(layer, width);
        for (int i = 0; i < stages.Length; i++)
        {
            if (SparsePolicy.Choose(stages[i], weights) is { } sparse)
            {
                stages[i] = stages[i] with { Sparse = sparse };
            }
        }

        return stages;
    }

    /// <summary>The floats of a layer's packed weights, all of them stored.</summary>
    public static int FloatCount(LayerShape layer, VectorWidth width)
    {
        StageLayout[] stages = Of(layer, width);
        int floats = 0;
        for (int i = 0; i < stages.Length; i++)
        {
            floats += stages[i].FloatCount;
        }

        return floats;
    }

    /// <summary>The stage with weights of the layer's precision; what stands for a bias remains a single.</summary>
    private static StageLayout WithForm(StageLayout stage, LayerShape layer)
    {
        WeightForm form = layer.Precision switch
        {
            Precision.BFloat16 => WeightForm.BFloat16,
            Precision.Int8 => WeightForm.Int8,
            Precision.Int8Wide => WeightForm.Int8Wide,
            _ => WeightForm.Integer,
        };
        var inputs = new List<StageInput>();
        for (int i = 0; i < stage.Inputs.Count; i++)
        {
            StageInput input = stage.Inputs[i];
            if (input.Source == StageSource.GhostsPresent || (layer.HasBytes && !TensorParts.IsBytes(layer, input.Source)))
            {
                inputs.Add(input);
            }
            else if (layer.HasBytes && input.Source == StageSource.State && layer is GhostGruShape { Ghosts: > 0 } ghost)
            {
                // Intrinsic states and ghosts may be of different sizes: each gets bytes of its own.
                inputs.Add(new(StageSource.Intrinsic, ghost.Intrinsic, input.Accumulators) { Form = form });
                inputs.Add(new(StageSource.Ghosts, ghost.Ghosts, input.Accumulators) { Form = form });
            }
            else
            {
                inputs.Add(input with { Form = form });
            }
        }

        return new(stage.Kind, stage.Outputs, stage.Accumulators, new(inputs.ToArray()), stage.Width) { Repeats = stage.Repeats, IsInteger = layer.Precision == Precision.Integer };
    }

    private static void AddRecurrent(List<StageLayout> stages, int input, int intrinsic, int ghosts, ResetForm reset, VectorWidth width)
    {
        if (reset == ResetForm.BeforeProduct)
        {
            stages.Add(new(
                StageKind.ResetUpdate,
                intrinsic,
                ResetUpdate,
                new([new(StageSource.Input, input, ResetUpdate), new(StageSource.State, intrinsic + ghosts, ResetUpdate)]),
                width));
            List<StageInput> sources = [new(StageSource.Input, input, CandidateOnly), new(StageSource.ResetState, intrinsic, CandidateOnly)];
            if (ghosts > 0)
            {
                sources.Add(new(StageSource.Ghosts, ghosts, CandidateOnly));
            }

            stages.Add(new(StageKind.Candidate, intrinsic, CandidateOnly, new(sources.ToArray()), width));
            return;
        }

        List<StageInput> inputs = [new(StageSource.Input, input, Outside)];
        if (ghosts == 0 || reset == ResetForm.AfterWholeProduct)
        {
            inputs.Add(new(StageSource.State, intrinsic + ghosts, Inside));
        }
        else
        {
            inputs.Add(new(StageSource.Intrinsic, intrinsic, Inside));
            inputs.Add(new(StageSource.Ghosts, ghosts, Outside));
        }

        stages.Add(new(StageKind.Gates, intrinsic, AllGates, new(inputs.ToArray()), width));
    }

    /// <summary>The gates of a layer whose ghosts are folded: they read the intrinsic states alone.</summary>
    private static void AddFolded(List<StageLayout> stages, GhostGruShape ghost, VectorWidth width)
    {
        int intrinsic = ghost.Intrinsic;
        if (ghost.Reset == ResetForm.BeforeProduct)
        {
            List<StageInput> gates = [new(StageSource.Input, ghost.InputSize, ResetUpdate), new(StageSource.Intrinsic, intrinsic, ResetUpdate)];
            AddGhostBias(gates, ghost, ResetUpdate);
            stages.Add(new(StageKind.ResetUpdate, intrinsic, ResetUpdate, new(gates.ToArray()), width));

            List<StageInput> sources =
            [
                new(StageSource.Input, ghost.InputSize, CandidateOnly),
                new(StageSource.ResetState, intrinsic, CandidateOnly),
                new(StageSource.Intrinsic, intrinsic, CandidateOnly),
            ];
            AddGhostBias(sources, ghost, CandidateOnly);
            stages.Add(new(StageKind.Candidate, intrinsic, CandidateOnly, new(sources.ToArray()), width));
            return;
        }

        // Ghosts outside the reset gate leave a second product with the intrinsic states there.
        bool isWhole = ghost.Reset == ResetForm.AfterWholeProduct;
        List<StageInput> inputs = [new(StageSource.Input, ghost.InputSize, Outside), new(StageSource.Intrinsic, intrinsic, isWhole ? Inside : AllGates)];
        AddGhostBias(inputs, ghost, isWhole ? Inside : Outside);
        stages.Add(new(StageKind.Gates, intrinsic, AllGates, new(inputs.ToArray()), width));
    }

    private static void AddGhostBias(List<StageInput> inputs, GhostGruShape ghost, Sequence<Accumulator> accumulators)
    {
        if (ghost.CheapBias)
        {
            inputs.Add(new(StageSource.GhostsPresent, 1, accumulators));
        }
    }

    private static void AddCheapMap(List<StageLayout> stages, GhostGruShape ghost, VectorWidth width)
    {
        if (ghost.Ghosts == 0)
        {
            return;
        }

        if (ghost.Cheap == GhostGen.CheapMap.Diagonal)
        {
            stages.Add(new(StageKind.DiagonalCheap, ghost.Ghosts, GhostOnly, new([]), width));
            return;
        }

        int groups = ghost.Cheap == GhostGen.CheapMap.Grouped ? ghost.Groups : 1;
        StageInput source = new(StageSource.NewIntrinsic, ghost.Intrinsic / groups, GhostOnly);
        stages.Add(new(StageKind.Cheap, ghost.Ghosts / groups, GhostOnly, new([source]), width) { Repeats = groups });
    }
}
