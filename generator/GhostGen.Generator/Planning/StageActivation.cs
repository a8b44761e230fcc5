using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>The activation of what a stage writes.</summary>
internal static class StageActivation
{
    /// <summary>The candidate's, the ghosts' or the outputs'; none for softmax, which follows when all outputs are there.</summary>
    internal static Activation Of(LayerShape shape, StageKind kind) => (kind, shape) switch
    {
        (StageKind.ResetUpdate, _) => Activation.Sigmoid,
        (StageKind.Cheap or StageKind.DiagonalCheap, GhostGruShape ghost) => ghost.CheapActivation,
        (_, DenseShape { Activation: Activation.Softmax }) => Activation.None,
        (_, DenseShape dense) => dense.Activation,
        (_, GruShape gru) => gru.CandidateActivation,
        _ => Activation.Tanh,
    };
}
