using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.Descriptions;

/// <summary>Adds to a layer what its description says, and holds the one against the other.</summary>
internal static class DescribedLayer
{
    /// <summary>The layer with what the description says.</summary>
    /// <param name="layer">The layer as the source has it.</param>
    /// <param name="description">What is said of it.</param>
    /// <param name="file">The source, for messages.</param>
    /// <exception cref="ImportException">The two disagree, or the description has an option that such a layer has not.</exception>
    public static SourceLayer Of(SourceLayer layer, LayerDescription description, string file)
    {
        LayerShape shape = WithKind(layer, description, file);
        LayerShape described = Described(shape, description) with
        {
            Name = description.Name ?? shape.Name,
            InputRange = description.InputRange ?? shape.InputRange,
        };
        RequireOnly(described, description, layer, file);
        RequireSize(layer, file, "hidden", description.Hidden, described.OutputSize);
        RequireSize(layer, file, "units", description.Units, described.OutputSize);
        if (layer.IsComplete && ShapeDifference.Between(described, layer.Shape) is { } difference)
        {
            throw new ImportException(file, $"layer {layer.Words}", $"by its description {difference} in the file itself; leave out of the description what the file says.");
        }

        return layer with { Shape = described, IsComplete = true };
    }

    // A GRU and a GhostGRU without ghosts have the same tensors.
    private static LayerShape WithKind(SourceLayer layer, LayerDescription description, string file) => (description.Kind, layer.Shape) switch
    {
        (null, _) => layer.Shape,
        (GhostGruShape.KindName, GruShape gru) when !layer.IsComplete => new GhostGruShape(gru.Name, gru.InputSize, gru.Hidden) { Ratio = 1, Reset = gru.Reset },
        (string kind, LayerShape shape) when kind == shape.Kind => shape,
        _ => throw new ImportException(file, $"layer {layer.Words}", $"its description says that it is of kind {Quote.Of(description.Kind)}; its tensors are those of a {layer.Shape.Kind}."),
    };

    private static LayerShape Described(LayerShape shape, LayerDescription description) => shape switch
    {
        GhostGruShape ghost => ghost with
        {
            Ratio = description.Ratio ?? ghost.Ratio,
            Cheap = description.Cheap ?? ghost.Cheap,
            Groups = description.Groups ?? ghost.Groups,
            CheapActivation = description.CheapActivation ?? ghost.CheapActivation,
            CheapBias = description.CheapBias ?? ghost.CheapBias,
            Reset = description.Reset ?? ghost.Reset,
        },
        GruShape gru => gru with
        {
            Reset = description.Reset ?? gru.Reset,
            CandidateActivation = description.Activation ?? gru.CandidateActivation,
        },
        DenseShape dense => dense with
        {
            Activation = description.Activation ?? dense.Activation,
            Bias = description.Bias ?? dense.Bias,
        },
        _ => shape,
    };

    private static void RequireOnly(LayerShape shape, LayerDescription description, SourceLayer layer, string file)
    {
        bool isGhost = shape is GhostGruShape;
        bool isDense = shape is DenseShape;
        (string Option, bool IsGiven, bool Exists)[] options =
        [
            ("hidden", description.Hidden is not null, !isDense),
            ("units", description.Units is not null, isDense),
            ("ratio", description.Ratio is not null, isGhost),
            ("cheap", description.Cheap is not null, isGhost),
            ("groups", description.Groups is not null, isGhost),
            ("cheap_activation", description.CheapActivation is not null, isGhost),
            ("cheap_bias", description.CheapBias is not null, isGhost),
            ("reset", description.Reset is not null, !isDense),
            ("activation", description.Activation is not null, !isGhost),
            ("bias", description.Bias is not null, isDense),
        ];
        foreach ((string option, bool isGiven, bool exists) in options)
        {
            if (isGiven && !exists)
            {
                throw new ImportException(file, $"layer {layer.Words}", $"its description has '{option}', which a {shape.Kind} does not have.");
            }
        }
    }

    private static void RequireSize(SourceLayer layer, string file, string option, int? described, int found)
    {
        if (described is { } size && size != found)
        {
            throw new ImportException(file, $"layer {layer.Words}", FormattableString.Invariant($"its description says {size} as '{option}'; its tensors are those of {found}."));
        }
    }
}
