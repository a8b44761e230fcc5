using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing.Layers;

/// <summary>What a source says of a model, before it is checked as one.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Layers">The layers, first to last.</param>
internal sealed record SourceModel(string Name, IReadOnlyList<SourceLayer> Layers)
{
    /// <summary>A name for each output, or none.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What is kept with the model.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>What happens to the input first, if anything.</summary>
    public InputNormalization? Normalization { get; init; }

    /// <summary>Makes the model, and checks it by the rules of all models.</summary>
    /// <param name="file">The source, for messages.</param>
    /// <exception cref="ImportException">A rule is broken.</exception>
    public ModelManifest ToManifest(string file)
    {
        var tensors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (SourceLayer layer in Layers)
        {
            foreach ((string name, float[] values) in layer.Tensors)
            {
                // Two layers of one name are refused below, with a message of their own.
                tensors[ModelManifest.FullName(layer.Shape, name)] = values;
            }
        }

        try
        {
            return new ModelManifest(new(Name, new(Layers.Select(static layer => layer.Shape))), tensors, Labels, Metadata, Normalization);
        }
        catch (ArgumentException exception)
        {
            throw new ImportException(file, null, WithoutParameter(exception), exception);
        }
    }

    private static string WithoutParameter(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
