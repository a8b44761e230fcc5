using GhostGen.Folding;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>Makes the layers of the reference.</summary>
internal static class ReferenceLayers
{
    /// <summary>A layer that computes with the numbers of <paramref name="arithmetic"/>.</summary>
    internal static IReferenceLayer<T> Of<T>(FoldedLayer weights, LayerShape layer, ReferenceArithmetic<T> arithmetic)
        where T : struct, IEquatable<T>
    {
        return layer switch
        {
            GruShape gru => new ReferenceGru<T>(weights, gru, arithmetic),
            GhostGruShape ghost when GhostFolding.Applies(ghost) => new ReferenceFoldedGhostGru<T>(weights, ghost, arithmetic),
            GhostGruShape ghost => new ReferenceGhostGru<T>(weights, ghost, arithmetic),
            DenseShape dense => new ReferenceDense<T>(weights, dense, arithmetic),
            _ => throw new ArgumentException($"Layers of kind '{layer.Kind}' (layer '{layer.Name}') have no reference.", nameof(layer)),
        };
    }
}
