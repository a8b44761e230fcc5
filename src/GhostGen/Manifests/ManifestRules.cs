using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>What a manifest that did not come out of a file has to fulfil.</summary>
internal static class ManifestRules
{
    /// <summary>Refuses a manifest that could not be written and read back.</summary>
    /// <exception cref="ArgumentException">It breaks a rule; the message says which.</exception>
    public static void Require(
        ModelShape shape,
        IReadOnlyDictionary<string, float[]> tensors,
        IReadOnlyList<string> labels,
        IReadOnlyDictionary<string, string> metadata)
    {
        if (ShapeRules.Check(shape) is { } problem)
        {
            throw new ArgumentException(problem.Layer is null ? problem.Message : $"Layer '{problem.Layer}': {problem.Message}", nameof(shape));
        }

        RequireTensors(shape, tensors);
        if (labels.Count != 0 && labels.Count != shape.OutputSize)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {labels.Count} labels and {shape.OutputSize} outputs; give a label to each output, or to none."), nameof(labels));
        }

        RequireText(shape.Name, "The model's name", nameof(shape));
        for (int i = 0; i < labels.Count; i++)
        {
            RequireText(labels[i], FormattableString.Invariant($"Label {i}"), nameof(labels));
        }

        foreach (KeyValuePair<string, string> entry in metadata)
        {
            RequireText(entry.Key, "A key of the metadata", nameof(metadata));
            RequireText(entry.Value, $"The metadata of {Quote.Of(entry.Key)}", nameof(metadata));
        }
    }

    private static void RequireTensors(ModelShape shape, IReadOnlyDictionary<string, float[]> tensors)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                string name = ModelManifest.FullName(layer, tensor.Name);
                known.Add(name);
                if (!tensors.TryGetValue(name, out float[]? values) || values is null)
                {
                    throw new ArgumentException($"Tensor '{name}' is missing; layer '{layer.Name}' ({layer.Kind}) needs it, with the shape {tensor.Dimensions}.", nameof(tensors));
                }

                if (values.Length != tensor.Count)
                {
                    throw new ArgumentException(FormattableString.Invariant(
                        $"Tensor '{name}' has {values.Length} elements; its shape {tensor.Dimensions} has {tensor.Count}."), nameof(tensors));
                }

                int index = FiniteValues.FirstOther(values);
                if (index >= 0)
                {
                    throw new ArgumentException(FormattableString.Invariant(
                        $"Tensor '{name}' has {(float.IsNaN(values[index]) ? "NaN" : "an infinity")} at index {index}{FiniteValues.Place(tensor, index)}; weights are finite."), nameof(tensors));
                }
            }
        }

        foreach (string name in tensors.Keys)
        {
            if (!known.Contains(name))
            {
                throw new ArgumentException($"Tensor {Quote.Of(name)} belongs to no layer.", nameof(tensors));
            }
        }
    }

    private static void RequireText(string? text, string what, string parameter)
    {
        if (text is null || !Utf8Text.IsWellFormed(text))
        {
            throw new ArgumentException(text is null ? $"{what} is null." : $"{what} holds half of a surrogate pair.", parameter);
        }
    }
}
