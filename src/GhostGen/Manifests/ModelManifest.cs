using GhostGen.Folding;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>A model as its file describes it: shape, weights, labels and metadata, all checked.</summary>
public sealed class ModelManifest
{
    private readonly Dictionary<string, float[]> tensors;

    /// <summary>Takes a shape and the weights that belong to it.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="tensors">
    /// For each tensor of each layer, under <c>layer.tensor</c>, its elements in row-major order; finite. The arrays are kept and not
    /// copied: do not change them afterwards.
    /// </param>
    /// <param name="labels">A name for each output, or none.</param>
    /// <param name="metadata">Anything worth keeping with the model.</param>
    /// <param name="normalization">What happens to the input before the first layer reads it, or nothing.</param>
    /// <exception cref="ArgumentException">
    /// The shape breaks a rule; a tensor is missing, unknown, of the wrong length or not finite; the labels do not match the outputs; a
    /// text holds half of a surrogate pair; or the normalization does not match the inputs, or is too large to be folded. The message names it.
    /// </exception>
    public ModelManifest(
        ModelShape shape,
        IReadOnlyDictionary<string, float[]> tensors,
        IReadOnlyList<string>? labels = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        InputNormalization? normalization = null)
    {
        Shape = shape ?? throw new ArgumentNullException(nameof(shape));
        this.tensors = (tensors ?? throw new ArgumentNullException(nameof(tensors)))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        Labels = new Sequence<string>(labels ?? []);
        Metadata = (metadata ?? new Dictionary<string, string>())
            .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        ManifestRules.Require(Shape, this.tensors, Labels, Metadata);
        Normalization = normalization;
        if (normalization is not null)
        {
            NormalizationRules.Require(Shape, normalization, this.tensors);
        }
    }

    /// <summary>The layers.</summary>
    public ModelShape Shape { get; }

    /// <summary>What happens to the input before the first layer reads it; <see langword="null"/> where nothing does.</summary>
    public InputNormalization? Normalization { get; }

    /// <summary>A name for each output, or none at all.</summary>
    public Sequence<string> Labels { get; }

    /// <summary>What the file says beside the model itself.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The elements of one tensor, row-major. It is the model's own array and not a copy: do not change it.</summary>
    /// <param name="layer">A layer of <see cref="Shape"/>.</param>
    /// <param name="tensor">A name from <see cref="TensorNames"/>.</param>
    /// <exception cref="KeyNotFoundException">The layer has no such tensor.</exception>
    public float[] Tensor(LayerShape layer, string tensor) =>
        tensors.TryGetValue(FullName(layer, tensor), out float[]? values)
            ? values
            : throw new KeyNotFoundException($"Layer '{layer.Name}' ({layer.Kind}) of model '{Shape.Name}' has no tensor '{tensor}'.");

    /// <summary>The same model, each layer with the given range of its input, or with none.</summary>
    /// <param name="ranges">One for each layer.</param>
    internal ModelManifest WithInputRanges(IReadOnlyList<float?> ranges) => new(Shape.WithInputRanges(ranges), tensors, Labels, Metadata, Normalization);

    /// <summary>The weights of a layer of <see cref="Shape"/> as kernels take them.</summary>
    internal FoldedLayer Folded(LayerShape layer) =>
        new(layer, layer.Name == Shape.Layers[0].Name ? Normalization : null, name => Tensor(layer, name));

    /// <summary>The name of a tensor in the model file.</summary>
    internal static string FullName(LayerShape layer, string tensor) => $"{layer.Name}.{tensor}";
}
