namespace GhostGen;

/// <summary>A GhostGRU (arXiv 2411.14489): a GRU that computes a few intrinsic states and derives the rest, the ghosts, with a cheap operation.</summary>
public sealed class GhostGruAttribute : LayerAttribute
{
    /// <summary>A layer that reads what the one before it writes.</summary>
    /// <param name="hidden">The length of the output: intrinsic states and ghosts together.</param>
    public GhostGruAttribute(int hidden)
        : base(null) => Hidden = hidden;

    /// <summary>A layer that states what it reads.</summary>
    /// <param name="input">The number of inputs.</param>
    /// <param name="hidden">The length of the output: intrinsic states and ghosts together.</param>
    public GhostGruAttribute(int input, int hidden)
        : base(input) => Hidden = hidden;

    /// <summary>The length of the output: intrinsic states and ghosts together.</summary>
    public int Hidden { get; }

    /// <summary>Hidden size over intrinsic size, at least 1.</summary>
    public double Ratio { get; set; } = 2;

    /// <summary>The shape of the cheap operation.</summary>
    public CheapMap Cheap { get; set; } = CheapMap.Dense;

    /// <summary>The number of blocks of a <see cref="CheapMap.Grouped"/> cheap operation.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>The function that ends the cheap operation; any but softmax.</summary>
    public Activation CheapActivation { get; set; } = Activation.Tanh;

    /// <summary>Whether the cheap operation has a bias.</summary>
    public bool CheapBias { get; set; } = true;

    /// <summary>Where the reset gate enters the candidate.</summary>
    public ResetForm Reset { get; set; } = ResetForm.AfterProduct;
}
