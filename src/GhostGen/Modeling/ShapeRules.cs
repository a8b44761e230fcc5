namespace GhostGen.Modeling;

/// <summary>What a shape has to fulfil, wherever it was written: in a model file, in attributes, or in code.</summary>
internal static class ShapeRules
{
    /// <summary>The first rule that a model breaks, or <see langword="null"/> where it keeps them all.</summary>
    public static ShapeProblem? Check(ModelShape shape)
    {
        if (shape.Layers.Count == 0)
        {
            return new(null, nameof(ModelShape.Layers), "There are no layers; a model has at least one.");
        }

        if (shape.Layers.Count > ShapeLimits.MostLayers)
        {
            return new(null, nameof(ModelShape.Layers), FormattableString.Invariant(
                $"There are {shape.Layers.Count} layers; a model has at most {ShapeLimits.MostLayers}."));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        long parameters = 0;
        LayerShape? previous = null;
        foreach (LayerShape layer in shape.Layers)
        {
            if (Check(layer) is { } problem)
            {
                return problem;
            }

            if (!names.Add(layer.Name))
            {
                return new(layer.Name, nameof(LayerShape.Name), $"Two layers are called '{layer.Name}'; give one of them another name.");
            }

            if (previous is not null && previous.OutputSize != layer.InputSize)
            {
                return new(layer.Name, nameof(LayerShape.InputSize), FormattableString.Invariant(
                    $"The layer reads {layer.InputSize} values, but layer '{previous.Name}' before it writes {previous.OutputSize}; the two have to be equal."));
            }

            // No overflow: each of at most 256 layers has fewer than 2^44 parameters.
            parameters += layer.Parameters;
            if (parameters > ShapeLimits.MostParameters)
            {
                return new(layer.Name, nameof(LayerShape.Parameters), FormattableString.Invariant(
                    $"The model has {parameters} weights up to this layer; at most {ShapeLimits.MostParameters} are supported."));
            }

            previous = layer;
        }

        return null;
    }

    /// <summary>The first rule that a layer breaks by itself, or <see langword="null"/>.</summary>
    public static ShapeProblem? Check(LayerShape layer)
    {
        if (!LayerName.IsValid(layer.Name))
        {
            return new(layer.Name, nameof(LayerShape.Name), $"The layer's name is '{layer.Name}'; {LayerName.Rule}.");
        }

        if (Size(layer, nameof(LayerShape.InputSize), "input", layer.InputSize) is { } problem)
        {
            return problem;
        }

        if (layer.InputRange is { } range && !ShapeLimits.IsInputRange(range))
        {
            return new(layer.Name, nameof(LayerShape.InputRange), FormattableString.Invariant(
                $"The range of the input is {range}; it has to be from 2^-60 to 2^60."));
        }

        return layer switch
        {
            GhostGruShape ghost => Check(ghost),
            GruShape gru => Check(gru),
            DenseShape dense => Check(dense),
            _ => new(layer.Name, nameof(LayerShape.Kind), $"The layer's kind is '{layer.Kind}'; the kinds are {GhostGruShape.KindName}, {GruShape.KindName} and {DenseShape.KindName}."),
        };
    }

    private static ShapeProblem? Check(GhostGruShape layer)
    {
        if (Size(layer, nameof(GhostGruShape.Hidden), "hidden", layer.Hidden) is { } problem)
        {
            return problem;
        }

        // From here on the intrinsic size is at least 1 by itself: a positive quotient rounded up.
        if (!ShapeLimits.IsRatio(layer.Ratio))
        {
            return new(layer.Name, nameof(GhostGruShape.Ratio), FormattableString.Invariant(
                $"The ratio of hidden to intrinsic size is {layer.Ratio}; it has to be from 1 to {ShapeLimits.LargestRatio}."));
        }

        if (layer.Cheap is < CheapMap.Dense or > CheapMap.Diagonal)
        {
            return new(layer.Name, nameof(GhostGruShape.Cheap), $"The cheap map is {layer.Cheap:D}, which means nothing; the maps are dense, grouped and diagonal.");
        }

        if (layer.Cheap != CheapMap.Grouped && layer.Groups != 1)
        {
            return new(layer.Name, nameof(GhostGruShape.Groups), FormattableString.Invariant(
                $"The number of groups is {layer.Groups}, but only a grouped cheap map has groups; leave it at 1 or choose the grouped map."));
        }

        if (!ShapeLimits.AreGroups(layer.Groups, layer.Intrinsic, layer.Ghosts))
        {
            return new(layer.Name, nameof(GhostGruShape.Groups), FormattableString.Invariant(
                $"The number of groups is {layer.Groups}; it has to be at least 1 and divide both the {layer.Intrinsic} intrinsic states and the {layer.Ghosts} ghosts."));
        }

        if (layer.CheapActivation is < Activation.None or > Activation.Tanh)
        {
            return new(layer.Name, nameof(GhostGruShape.CheapActivation), layer.CheapActivation == Activation.Softmax
                ? "The cheap map cannot end with softmax; choose none, relu, sigmoid or tanh."
                : $"The activation of the cheap map is {layer.CheapActivation:D}, which means nothing; choose none, relu, sigmoid or tanh.");
        }

        return layer.Reset is < ResetForm.AfterProduct or > ResetForm.BeforeProduct
            ? new(layer.Name, nameof(GhostGruShape.Reset), $"The reset form is {layer.Reset:D}, which means nothing; the forms are after product, after whole product and before product.")
            : null;
    }

    private static ShapeProblem? Check(GruShape layer)
    {
        if (Size(layer, nameof(GruShape.Hidden), "hidden", layer.Hidden) is { } problem)
        {
            return problem;
        }

        if (layer.Reset is not (ResetForm.AfterProduct or ResetForm.BeforeProduct))
        {
            return new(layer.Name, nameof(GruShape.Reset), layer.Reset == ResetForm.AfterWholeProduct
                ? "A plain GRU has no ghosts, so its reset gate cannot stand after the whole product; choose after product or before product."
                : $"The reset form is {layer.Reset:D}, which means nothing; the forms of a plain GRU are after product and before product.");
        }

        return layer.CandidateActivation is not (Activation.Tanh or Activation.Relu)
            ? new(layer.Name, nameof(GruShape.CandidateActivation), $"The candidate's activation is {Spelling(layer.CandidateActivation)}; choose tanh or relu.")
            : null;
    }

    private static ShapeProblem? Check(DenseShape layer)
    {
        if (Size(layer, nameof(DenseShape.Units), "output", layer.Units) is { } problem)
        {
            return problem;
        }

        return layer.Activation is < Activation.None or > Activation.Softmax
            ? new(layer.Name, nameof(DenseShape.Activation), $"The activation is {layer.Activation:D}, which means nothing; choose none, relu, sigmoid, tanh or softmax.")
            : null;
    }

    private static ShapeProblem? Size(LayerShape layer, string option, string words, int size) => ShapeLimits.IsSize(size)
        ? null
        : new(layer.Name, option, FormattableString.Invariant($"The {words} size is {size}; it has to be from 1 to {ShapeLimits.LargestSize}."));

    private static string Spelling(Activation activation) => activation.ToString().ToLowerInvariant();
}
