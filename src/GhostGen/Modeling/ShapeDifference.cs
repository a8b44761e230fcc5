namespace GhostGen.Modeling;

/// <summary>Finds where two shapes that should be the same are not.</summary>
public static class ShapeDifference
{
    /// <summary>The first difference in words, each number beside its counterpart, or <see langword="null"/> where there is none. Names, precisions and ranges of inputs do not count.</summary>
    /// <param name="expected">What is wanted.</param>
    /// <param name="actual">What is there.</param>
    public static string? Between(ModelShape expected, ModelShape actual) => First(expected, actual, Between);

    /// <summary>The same for what a class states of its file, where ranges of inputs count too, if both give one.</summary>
    internal static string? BetweenStated(ModelShape expected, ModelShape actual) => First(expected, actual, BetweenStated);

    /// <inheritdoc cref="BetweenStated(ModelShape, ModelShape)"/>
    internal static string? BetweenStated(LayerShape expected, LayerShape actual) => Between(expected, actual) ?? BetweenRanges(expected.InputRange, actual.InputRange);

    private static string? First(ModelShape expected, ModelShape actual, Func<LayerShape, LayerShape, string?> between)
    {
        if (expected.Layers.Count != actual.Layers.Count)
        {
            return FormattableString.Invariant($"{expected.Layers.Count} layers are expected and {actual.Layers.Count} are there");
        }

        for (int i = 0; i < expected.Layers.Count; i++)
        {
            if (between(expected.Layers[i], actual.Layers[i]) is { } difference)
            {
                return FormattableString.Invariant($"in layer {i + 1} of {expected.Layers.Count} ('{actual.Layers[i].Name}') {difference}");
            }
        }

        return null;
    }

    /// <summary>The first difference of two layers, or <see langword="null"/>.</summary>
    /// <param name="expected">What is wanted.</param>
    /// <param name="actual">What is there.</param>
    public static string? Between(LayerShape expected, LayerShape actual)
    {
        if (expected.Kind != actual.Kind)
        {
            return $"the kind is expected to be {expected.Kind} and is {actual.Kind}";
        }

        foreach (((string name, string wanted), (_, string found)) in Facts(expected).Zip(Facts(actual), static (a, b) => (a, b)))
        {
            if (wanted != found)
            {
                return $"{name} is expected to be {wanted} and is {found}";
            }
        }

        return null;
    }

    private static string? BetweenRanges(float? expected, float? actual) => expected is { } wanted && actual is { } found && wanted != found
        ? $"the range of the input is expected to be {Text(wanted)} and is {Text(found)}"
        : null;

    private static IEnumerable<(string Name, string Value)> Facts(LayerShape layer)
    {
        yield return ("the input size", Text(layer.InputSize));
        yield return ("the output size", Text(layer.OutputSize));
        switch (layer)
        {
            case GhostGruShape ghost:
                yield return ("the ratio", Text(ghost.Ratio));
                yield return ("the cheap map", ghost.Cheap.ToString());
                yield return ("the number of groups", Text(ghost.Groups));
                yield return ("the activation of the cheap map", ghost.CheapActivation.ToString());
                yield return ("the bias of the cheap map", ghost.CheapBias.ToString());
                yield return ("the reset form", ghost.Reset.ToString());
                break;
            case GruShape gru:
                yield return ("the reset form", gru.Reset.ToString());
                yield return ("the candidate's activation", gru.CandidateActivation.ToString());
                break;
            case DenseShape dense:
                yield return ("the activation", dense.Activation.ToString());
                yield return ("the bias", dense.Bias.ToString());
                break;
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
