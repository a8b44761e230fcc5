using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>What is known of the ranges of sources, so that their bytes need no measuring.</summary>
internal static class SourceRange
{
    /// <summary>The range of a source of a layer, or <see langword="null"/> where each step measures it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="source">The source.</param>
    /// <param name="inputIsBounded">Whether the layer's input lies between -1 and 1 whatever happens. A range that the layer states goes before that.</param>
    internal static float? Of(LayerShape layer, StageSource source, bool inputIsBounded) =>
        source == StageSource.Input && layer.InputRange is { } range ? range : IsBounded(layer, source, inputIsBounded) ? 1 : null;

    /// <summary>Whether what a layer writes lies between -1 and 1 whatever happens.</summary>
    internal static bool HasBoundedOutput(LayerShape layer) => layer switch
    {
        GhostGruShape ghost => ghost.Ghosts == 0 || IsBounded(ghost.CheapActivation),
        GruShape gru => IsBounded(gru.CandidateActivation),
        DenseShape dense => IsBounded(dense.Activation),
        _ => false,
    };

    private static bool IsBounded(LayerShape layer, StageSource source, bool inputIsBounded) => source switch
    {
        StageSource.Input => inputIsBounded,
        StageSource.Ghosts => layer is GhostGruShape ghost && IsBounded(ghost.CheapActivation),
        _ => layer is not GruShape gru || IsBounded(gru.CandidateActivation),
    };

    private static bool IsBounded(Activation activation) => activation is Activation.Tanh or Activation.Sigmoid or Activation.Softmax;
}
