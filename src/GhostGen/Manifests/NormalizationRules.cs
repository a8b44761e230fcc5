using GhostGen.Folding;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>What a normalization has to fulfil, wherever it was written.</summary>
internal static class NormalizationRules
{
    /// <summary>Whether a number is neither infinite nor NaN.</summary>
    public static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    /// <summary>Refuses a normalization that could not be written and read back.</summary>
    /// <exception cref="ArgumentException">It breaks a rule; the message says which.</exception>
    public static void Require(ModelShape shape, InputNormalization normalization, IReadOnlyDictionary<string, float[]> tensors)
    {
        string? problem = normalization is { Mean: null, Scale: null }
            ? "has neither a mean nor a scale; give one of them, or no normalization"
            : NumbersProblem(normalization.Mean, "mean", shape.InputSize)
                ?? NumbersProblem(normalization.Scale, "scale", shape.InputSize)
                ?? Overflow(shape, normalization, tensors)?.Words;
        if (problem is not null)
        {
            throw new ArgumentException($"The normalization {problem}.", nameof(normalization));
        }
    }

    /// <summary>The first element of the first layer's tensors that is not finite once the normalization is folded in, or <see langword="null"/>.</summary>
    public static (string Tensor, int Index, string Words)? Overflow(ModelShape shape, InputNormalization normalization, IReadOnlyDictionary<string, float[]> tensors)
    {
        LayerShape layer = shape.Layers[0];
        (string weight, string bias) = InputFolding.TensorsOf(layer);
        float[] weights = tensors[ModelManifest.FullName(layer, weight)];
        if (!tensors.TryGetValue(ModelManifest.FullName(layer, bias), out float[]? biases))
        {
            biases = new float[layer.OutputSize];
        }

        return Overflow(layer, weight, InputFolding.Weights(weights, normalization)) ?? Overflow(layer, bias, InputFolding.Biases(biases, weights, normalization));
    }

    private static (string Tensor, int Index, string Words)? Overflow(LayerShape layer, string tensor, float[] folded)
    {
        int index = FiniteValues.FirstOther(folded);
        if (index < 0)
        {
            return null;
        }

        string name = ModelManifest.FullName(layer, tensor);
        string place = FiniteValues.Place(FoldedTensors.Of(layer).First(shape => shape.Name == tensor), index);
        return (name, index, FormattableString.Invariant($"makes element {index}{place} of tensor '{name}' too large for single precision when it is folded in"));
    }

    private static string? NumbersProblem(Sequence<double>? numbers, string name, int inputs)
    {
        if (numbers is not null && numbers.Count != inputs)
        {
            return FormattableString.Invariant($"has {numbers.Count} numbers as {name}; the model reads {inputs} values, and each has one");
        }

        for (int i = 0; i < numbers?.Count; i++)
        {
            if (!IsFinite(numbers[i]))
            {
                return FormattableString.Invariant($"has {numbers[i]} at index {i} of {name}; it has to be finite");
            }
        }

        return null;
    }
}
