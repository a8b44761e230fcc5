namespace GhostGen.Folding;

/// <summary>The tensors that only folded layers have, beside those of <see cref="Modeling.TensorNames"/>.</summary>
internal static class FoldedNames
{
    /// <summary>Folded ghosts that stand outside the reset gate: their weights in the candidate, times the cheap operation <c>[s, s]</c>.</summary>
    internal const string WeightGhostCandidate = "weight_gc";

    /// <summary>Folded ghosts whose cheap operation has a bias: their weights in all gates, times that bias <c>[3 s]</c>. It counts once there are ghosts.</summary>
    internal const string BiasGhosts = "bias_gh";
}
