using System.Text.Json;
using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads the list of layers.</summary>
internal static class LayerListReader
{
    /// <summary>The shape of the model.</summary>
    public static ModelShape Read(ManifestText text, ObjectMembers document, string name, int input)
    {
        JsonMember list = document.Required(text, ManifestWords.Layers);
        document.RequireKind(text, list, JsonTokenType.StartArray, "an array of layers");
        var layers = new List<LayerShape>();
        var places = new List<int>();
        Utf8JsonReader reader = text.Open(list.Value);
        while (ObjectMembers.Next(ref reader, list.Value.Start) is { Kind: not JsonTokenType.EndArray } value)
        {
            if (layers.Count == ShapeLimits.MostLayers)
            {
                throw text.Defect(ModelDefect.TooManyLayers, value.Start, FormattableString.Invariant(
                    $"there are more than {ShapeLimits.MostLayers} layers; at most that many are supported."));
            }

            layers.Add(LayerReader.Read(text, value, layers.Count, layers.Count == 0 ? input : layers[layers.Count - 1].OutputSize));
            places.Add(value.Start);
        }

        var shape = new ModelShape(name, new(layers));
        if (ShapeRules.Check(shape) is { } problem)
        {
            int position = layers.FindLastIndex(layer => layer.Name == problem.Layer);
            throw text.Defect(
                DefectOf(problem),
                position < 0 ? list.Value.Start : places[position],
                position < 0 ? problem.Message : $"{Subject.OfLayer(layers[position].Name).Words}: {problem.Message}",
                position < 0 ? null : Subject.OfLayer(layers[position].Name));
        }

        return shape;
    }

    // Each layer has passed the rules by itself, so only those about all of them are left.
    private static ModelDefect DefectOf(ShapeProblem problem) => problem.Option switch
    {
        nameof(ModelShape.Layers) => ModelDefect.NoLayers,
        nameof(LayerShape.Name) => ModelDefect.DuplicateLayerName,
        _ => ModelDefect.TooManyParameters,
    };
}
