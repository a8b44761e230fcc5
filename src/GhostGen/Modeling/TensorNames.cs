namespace GhostGen.Modeling;

/// <summary>The names of tensors within a layer, PyTorch's where PyTorch has one. Stacked gates stand in the order reset, update, candidate.</summary>
public static class TensorNames
{
    /// <summary>Dense: <c>[units, input]</c>.</summary>
    public const string Weight = "weight";

    /// <summary>Dense: <c>[units]</c>.</summary>
    public const string Bias = "bias";

    /// <summary>Recurrent: the input's weights <c>[3 s, input]</c>.</summary>
    public const string WeightInput = "weight_ih";

    /// <summary>Recurrent: the state's weights <c>[3 s, n]</c>; a ghost layer's columns are the intrinsic states and then the ghosts.</summary>
    public const string WeightHidden = "weight_hh";

    /// <summary>Recurrent: the biases beside the input's weights <c>[3 s]</c>; the only ones when the reset gate stands before the product.</summary>
    public const string BiasInput = "bias_ih";

    /// <summary>Recurrent: the biases beside the state's weights <c>[3 s]</c>; the candidate's is inside the reset gate.</summary>
    public const string BiasHidden = "bias_hh";

    /// <summary>Ghost, reset after the product: the bias beside the ghosts' weights in the candidate <c>[s]</c>.</summary>
    public const string BiasGhostCandidate = "bias_gc";

    /// <summary>Ghost: the cheap operation <c>[m, s]</c> (dense), <c>[m, s / groups]</c> (grouped) or <c>[m]</c> (diagonal).</summary>
    public const string WeightCheap = "weight_cheap";

    /// <summary>Ghost: the cheap operation's bias <c>[m]</c>.</summary>
    public const string BiasCheap = "bias_cheap";
}
