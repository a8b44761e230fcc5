using GhostGen.Modeling;

namespace GhostGen.Importing.Layers;

/// <summary>A layer as a source has it, its tensors already in the model file's arrangement.</summary>
/// <param name="From">What the source calls it.</param>
/// <param name="Shape">What it computes, as far as the source tells; defaults where it does not.</param>
/// <param name="Tensors">Its tensors, under their names in the layer.</param>
internal sealed record SourceLayer(string From, LayerShape Shape, IReadOnlyDictionary<string, float[]> Tensors)
{
    /// <summary>
    /// Whether the source says everything of the layer. Where it does not, as names and shapes of tensors do not say activations, a
    /// description may.
    /// </summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The layer in the words of messages.</summary>
    public string Words => FormattableString.Invariant($"'{From}' ({Shape.Kind}, {Shape.InputSize} to {Shape.OutputSize})");

    /// <summary>A layer whose tensors stand in the order of <see cref="LayerShape.Tensors"/>.</summary>
    public static SourceLayer Of(string from, LayerShape shape, params ReadOnlySpan<float[]> tensors)
    {
        var named = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (int i = 0; i < tensors.Length; i++)
        {
            named.Add(shape.Tensors[i].Name, tensors[i]);
        }

        return new(from, shape, named);
    }
}
