using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>Which sources lie between -1 and 1 whatever happens, so that their bytes need no measuring.</summary>
internal static class SourceRange
{
    /// <summary>Whether a source of a layer does.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="source">The source.</param>
    /// <param name="inputIsBounded">Whether the layer's input does.</param>
    internal static bool IsBounded(LayerShape layer, StageSource source, bool inputIsBounded) => source switch
    {
        StageSource.Input => inputIsBounded,
        StageSource.Ghosts => layer is GhostGruShape ghost && IsBounded(ghost.CheapActivation),
        _ => layer is not GruShape gru || IsBounded(gru.CandidateActivation),
    };

    /// <summary>Whether what a layer writes does.</summary>
    internal static bool HasBoundedOutput(LayerShape layer) => layer switch
    {
        GhostGruShape ghost => ghost.Ghosts == 0 || IsBounded(ghost.CheapActivation),
        GruShape gru => IsBounded(gru.CandidateActivation),
        DenseShape dense => IsBounded(dense.Activation),
        _ => false,
    };

    private static bool IsBounded(Activation activation) => activation is Activation.Tanh or Activation.Sigmoid or Activation.Softmax;
}
