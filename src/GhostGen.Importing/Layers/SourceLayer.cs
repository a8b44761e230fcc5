using GhostGen.Modeling;

namespace GhostGen.Importing.Layers;

/// <summary>A layer as a source has it, its tensors already in the model file's arrangement.</summary>
/// <param name="From">What the source calls it.</param>
/// <param name="Shape">What it computes, as far as the source tells; defaults where it does not.</param>
/// <param name="Tensors">Its tensors, in the order of <see cref="LayerShape.Tensors"/>.</param>
internal sealed record SourceLayer(string From, LayerShape Shape, IReadOnlyList<float[]> Tensors)
{
    /// <summary>
    /// Whether the source says everything of the layer. Where it does not, as names and shapes of tensors do not say activations, a
    /// description may.
    /// </summary>
    public bool IsComplete { get; init; } = true;
}
