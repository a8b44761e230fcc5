using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>
/// One pass of a layer over some of its sources: which accumulators it builds, in which order, and how its weights lie in memory.
/// This order is the documented order of summation: bias, then the sources as listed, each ascending.
/// </summary>
/// <param name="Kind">What becomes of the accumulators.</param>
/// <param name="Outputs">The number of outputs of one repetition.</param>
/// <param name="Accumulators">All accumulators, in the order of the bias row.</param>
/// <param name="Inputs">The sources, in the order in which they are added.</param>
/// <param name="Width">The vectors that the weights are laid out for.</param>
internal sealed record StageLayout(StageKind Kind, int Outputs, Sequence<Accumulator> Accumulators, Sequence<StageInput> Inputs, VectorWidth Width)
{
    /// <summary>How often the stage is repeated, each time with the next outputs, the next part of its source and the next weights: the groups of a grouped cheap map.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether sums, activations and values are whole numbers.</summary>
    public bool IsInteger { get; init; }

    /// <summary>The panels of one repetition; none for <see cref="StageKind.DiagonalCheap"/>.</summary>
    public Sequence<PanelLayout> Panels { get; } = Kind == StageKind.DiagonalCheap
        ? new([])
        : PanelPolicy.Panels(Outputs, Accumulators.Count, Width, Outputs * WeightsPerOutput(Inputs));

    /// <summary>What is stored where blocks of the weights are zero; <see langword="null"/> where all of them are stored.</summary>
    public SparseLayout? Sparse { get; init; }

    /// <summary>The floats of all sums of one repetition: the panels' rows of biases.</summary>
    public int SumCount
    {
        get
        {
            int floats = 0;
            for (int i = 0; i < Panels.Count; i++)
            {
                floats += Panels[i].RowStride(Accumulators.Count);
            }

            return floats;
        }
    }

    /// <summary>The floats of one repetition's weights.</summary>
    public int FloatsPerRepeat
    {
        get
        {
            if (Sparse is { } sparse)
            {
                return PanelPolicy.Align(SumCount) + sparse.FloatCount;
            }

            // Biases, factors and, of whole numbers, the shift that these share.
            int floats = Kind == StageKind.DiagonalCheap ? (2 * PanelPolicy.Align(Outputs)) + (IsInteger ? PanelPolicy.CacheLine : 0) : 0;
            for (int i = 0; i < Panels.Count; i++)
            {
                floats += Panels[i].FloatCount(Accumulators.Count, Inputs);
            }

            return floats;
        }
    }

    /// <summary>Whether the stage reads a vector.</summary>
    public bool Reads(StageSource source) => Inputs.Any(input => input.Source == source);

    /// <summary>The floats of all weights of the stage.</summary>
    public int FloatCount => Repeats * FloatsPerRepeat;

    /// <summary>The lanes that hold the weights of one output.</summary>
    private static int WeightsPerOutput(Sequence<StageInput> inputs)
    {
        int weights = 0;
        for (int i = 0; i < inputs.Count; i++)
        {
            weights += inputs[i].StoredRows * inputs[i].Accumulators.Count;
        }

        return weights;
    }
}
