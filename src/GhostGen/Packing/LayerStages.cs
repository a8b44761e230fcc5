using GhostGen.Modeling;

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
    public static IReadOnlyList<StageLayout> Of(LayerShape layer, VectorWidth width) => layer switch
    {
        GruShape gru => Recurrent(gru.InputSize, gru.Hidden, 0, gru.Reset, width),
        GhostGruShape ghost => [.. Recurrent(ghost.InputSize, ghost.Intrinsic, ghost.Ghosts, ghost.Reset, width), .. CheapMap(ghost, width)],
        DenseShape dense => [new(StageKind.Dense, dense.Units, OutputOnly, new([new(StageSource.Input, dense.InputSize, OutputOnly)]), width)],
        _ => throw new ArgumentException($"Layers of kind '{layer.Kind}' have no stages.", nameof(layer)),
    };

    /// <summary>The floats of a layer's packed weights.</summary>
    public static int FloatCount(LayerShape layer, VectorWidth width) => Of(layer, width).Sum(static stage => stage.FloatCount);

    private static StageLayout[] Recurrent(int input, int intrinsic, int ghosts, ResetForm reset, VectorWidth width)
    {
        if (reset == ResetForm.BeforeProduct)
        {
            StageLayout gates = new(
                StageKind.ResetUpdate,
                intrinsic,
                ResetUpdate,
                new([new(StageSource.Input, input, ResetUpdate), new(StageSource.State, intrinsic + ghosts, ResetUpdate)]),
                width);
            List<StageInput> sources = [new(StageSource.Input, input, CandidateOnly), new(StageSource.ResetState, intrinsic, CandidateOnly)];
            if (ghosts > 0)
            {
                sources.Add(new(StageSource.Ghosts, ghosts, CandidateOnly));
            }

            return [gates, new(StageKind.Candidate, intrinsic, CandidateOnly, new(sources), width)];
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

        return [new(StageKind.Gates, intrinsic, AllGates, new(inputs), width)];
    }

    private static StageLayout[] CheapMap(GhostGruShape ghost, VectorWidth width)
    {
        if (ghost.Ghosts == 0)
        {
            return [];
        }

        if (ghost.Cheap == GhostGen.CheapMap.Diagonal)
        {
            return [new(StageKind.DiagonalCheap, ghost.Ghosts, GhostOnly, new([]), width)];
        }

        int groups = ghost.Cheap == GhostGen.CheapMap.Grouped ? ghost.Groups : 1;
        StageInput source = new(StageSource.NewIntrinsic, ghost.Intrinsic / groups, GhostOnly);
        return [new(StageKind.Cheap, ghost.Ghosts / groups, GhostOnly, new([source]), width) { Repeats = groups }];
    }
}
