using GhostGen.Modeling;

namespace GhostGen.Folding;

/// <summary>A layer's weights as kernels take them. Tensors that nothing is folded into are the model's own arrays.</summary>
internal sealed class FoldedLayer
{
    private readonly LayerShape shape;
    private readonly Dictionary<string, float[]> tensors;

    /// <summary>Folds what there is to fold.</summary>
    /// <param name="shape">The layer.</param>
    /// <param name="normalization">What happens to its input; <see langword="null"/> for nothing.</param>
    /// <param name="tensor">The layer's tensors as the model file has them.</param>
    internal FoldedLayer(LayerShape shape, InputNormalization? normalization, Func<string, float[]> tensor)
    {
        this.shape = shape;
        tensors = shape.Tensors.ToDictionary(static own => own.Name, own => tensor(own.Name), StringComparer.Ordinal);
        if (shape is DenseShape { Bias: false } dense)
        {
            tensors.Add(TensorNames.Bias, new float[dense.Units]);
        }

        if (normalization is not null)
        {
            FoldInput(normalization);
        }

        if (shape is GhostGruShape ghost && GhostFolding.Applies(ghost))
        {
            GhostFolding.Fold(ghost, tensors);
        }

        // Once, with all that has been folded in.
        foreach (TensorShape rounded in Tensors.Where(own => FoldedTensors.IsBFloat16(shape, own)))
        {
            tensors[rounded.Name] = BFloat16Rounding.Round(tensors[rounded.Name]);
        }
    }

    /// <summary>All tensors.</summary>
    internal Sequence<TensorShape> Tensors => FoldedTensors.Of(shape);

    /// <summary>The elements of a tensor, row-major.</summary>
    /// <exception cref="KeyNotFoundException">The layer has no such tensor.</exception>
    internal float[] this[string name] => Find(name) ?? throw new KeyNotFoundException($"Layer '{shape.Name}' ({shape.Kind}) has no tensor '{name}'.");

    /// <summary>The elements of a tensor, or <see langword="null"/> where the layer has none of that name.</summary>
    internal float[]? Find(string name) => tensors.TryGetValue(name, out float[]? values) ? values : null;

    private void FoldInput(InputNormalization normalization)
    {
        (string weight, string bias) = InputFolding.TensorsOf(shape);
        float[] weights = tensors[weight];
        tensors[weight] = InputFolding.Weights(weights, normalization);
        tensors[bias] = InputFolding.Biases(tensors[bias], weights, normalization);
    }
}
