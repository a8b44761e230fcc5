namespace GhostGen.Modeling;

/// <summary>
/// The GhostGRU (Zhou et al., "GhostRNN: Reducing State Redundancy in RNN with Cheap Operations", Interspeech 2023,
/// arXiv 2411.14489): a GRU that computes <see cref="Intrinsic"/> states and derives the other <see cref="Ghosts"/> from them
/// with a cheap operation.
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="InputSize">The length of the input, <c>d</c> in the paper.</param>
/// <param name="Hidden">The length of the output <c>[h; g]</c>, <c>n</c> in the paper.</param>
public sealed record GhostGruShape(string Name, int InputSize, int Hidden) : LayerShape(Name, InputSize)
{
    /// <summary>The kind as the model file spells it.</summary>
    public const string KindName = "ghost_gru";

    /// <summary>Hidden size over intrinsic size, at least 1; at 1 there are no ghosts and the layer is a plain GRU.</summary>
    public double Ratio { get; init; } = 2;

    /// <summary>The shape of the cheap operation.</summary>
    public CheapMap Cheap { get; init; } = CheapMap.Dense;

    /// <summary>The number of blocks of a <see cref="CheapMap.Grouped"/> cheap operation; 1 otherwise.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>The function that ends the cheap operation; any but softmax.</summary>
    public Activation CheapActivation { get; init; } = Activation.Tanh;

    /// <summary>Whether the cheap operation has a bias.</summary>
    public bool CheapBias { get; init; } = true;

    /// <summary>Where the reset gate enters the candidate.</summary>
    public ResetForm Reset { get; init; } = ResetForm.AfterProduct;

    /// <summary>The number of states that gates compute: <c>s = ceil(Hidden / Ratio)</c>, in double precision.</summary>
    public int Intrinsic => (int)Math.Ceiling(Hidden / Ratio);

    /// <summary>The number of states that the cheap operation derives: <c>m = Hidden - Intrinsic</c>.</summary>
    public int Ghosts => Hidden - Intrinsic;

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override int OutputSize => Hidden;

    /// <inheritdoc/>
    public override int StateSize => Hidden;

    /// <inheritdoc/>
    public override Sequence<TensorShape> Tensors
    {
        get
        {
            List<TensorShape> tensors = RecurrentTensors.Of(InputSize, Intrinsic, Hidden, Reset);
            if (Ghosts == 0)
            {
                return new(tensors.ToArray());
            }

            if (Reset == ResetForm.AfterProduct)
            {
                // The ghosts' share of the candidate stands outside the reset gate and has the paper's own bias b_gc.
                tensors.Add(new(TensorNames.BiasGhostCandidate, Intrinsic));
            }

            tensors.Add(Cheap switch
            {
                CheapMap.Dense => new(TensorNames.WeightCheap, Ghosts, Intrinsic),
                CheapMap.Grouped => new(TensorNames.WeightCheap, Ghosts, Intrinsic / Groups),
                _ => new(TensorNames.WeightCheap, Ghosts),
            });
            if (CheapBias)
            {
                tensors.Add(new(TensorNames.BiasCheap, Ghosts));
            }

            return new(tensors.ToArray());
        }
    }
}
