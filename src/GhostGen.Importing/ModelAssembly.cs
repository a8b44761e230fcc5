using GhostGen.Importing.Descriptions;
using GhostGen.Importing.Layers;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Importing;

/// <summary>Decides which of a source's layers the model has, in which order and with which options, and makes it.</summary>
internal static class ModelAssembly
{
    /// <summary>Makes the model.</summary>
    /// <param name="source">What was recognised.</param>
    /// <param name="options">What the file does not say.</param>
    /// <exception cref="ImportException">Something is left open, or contradicts itself.</exception>
    public static ModelManifest Of(SourceLayers source, ImportOptions options)
    {
        ModelDescription? description = DescriptionFiles.Find(source, options);
        IReadOnlyList<SourceLayer> layers = description is not null && options.Take.Count > 0
            ? throw new ImportException(source.File, null, "both a description and the layers to take are given; the description lists the layers.")
            : description is not null ? [.. description.Layers.Select(entry => DescribedLayer.Of(Single(source, entry.From), WithActivation(entry, options, source.File), source.File))]
            : options.Take.Count > 0 ? [.. options.Take.Select(name => Single(source, name))]
            : All(source);
        RequireLayersOf(options.Activations, layers, source.File);
        if (description is null)
        {
            layers = WithActivations(layers, options, source.File);
        }

        RequireActivations(source, layers);
        return new SourceModel(options.Name ?? description?.Name ?? NameOf(source.File), layers)
        {
            Labels = options.Labels.Count > 0 ? options.Labels : description?.Labels ?? [],
            Metadata = description?.Metadata ?? new Dictionary<string, string>(),
            Normalization = NormalizationOf(description?.Normalization),
        }.ToManifest(source.File);
    }

    /// <summary>A model's name where nobody gave it one: the file's, without folders and the extension.</summary>
    public static string NameOf(string file) => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(file));

    private static SourceLayer Single(SourceLayers source, string name)
    {
        SourceLayer[] found = [.. source.Layers.Where(layer => layer.From == name)];
        return found.Length == 1 ? found[0] : throw new ImportException(source.File, null, FormattableString.Invariant(
            $"there are {found.Length} layers {Quote.Of(name)} in it; it has {List(source.Layers)}."));
    }

    private static IReadOnlyList<SourceLayer> All(SourceLayers source)
    {
        if (source.Others.Count > 0)
        {
            throw new ImportException(source.File, null, FormattableString.Invariant(
                $"{source.Others[0]}{(source.Others.Count == 1 ? "" : $" (and {source.Others.Count - 1} more)")}. List the layers that are the model in a description, if it can do without: {Example(source.File, source.Layers)}."));
        }

        if (source.Layers.Count == 0)
        {
            throw new ImportException(source.File, null, "there are no layers in it.");
        }

        if (source.KeepsOrder)
        {
            return source.Layers;
        }

        return LayerOrder.Find(source.Layers) ?? throw new ImportException(source.File, null,
            $"the order of its layers cannot be told: it has {List(source.Layers)}. List them first to last in a description: {Example(source.File, source.Layers)}.");
    }

    private static void RequireLayersOf(IReadOnlyDictionary<string, Activation> activations, IReadOnlyList<SourceLayer> layers, string file)
    {
        foreach (string name in activations.Keys)
        {
            if (!layers.Any(layer => layer.From == name))
            {
                throw new ImportException(file, null, $"an activation is given for a layer {Quote.Of(name)}; the model has {List(layers)}.");
            }
        }
    }

    private static IReadOnlyList<SourceLayer> WithActivations(IReadOnlyList<SourceLayer> layers, ImportOptions options, string file) =>
        [.. layers.Select(layer => options.Activations.ContainsKey(layer.From) ? DescribedLayer.Of(layer, WithActivation(new() { From = layer.From }, options, file), file) : layer)];

    /// <summary>What a description says of a layer, with the activation that is given beside it.</summary>
    private static LayerDescription WithActivation(LayerDescription entry, ImportOptions options, string file) =>
        !options.Activations.TryGetValue(entry.From, out Activation given) ? entry
        : entry.Activation is null || entry.Activation == given ? entry with { Activation = given }
        : throw new ImportException(file, $"layer {Quote.Of(entry.From)}",
            $"its description says that its activation is {WordOf(entry.Activation.Value)}, and {WordOf(given)} is given beside it; leave one of the two.");

    private static string WordOf(Activation activation) => ManifestWords.Activations[(int)activation];

    // Nobody puts two linear maps behind each other, so there is a function between them, which names and shapes do not tell.
    private static void RequireActivations(SourceLayers source, IReadOnlyList<SourceLayer> layers)
    {
        for (int i = 0; i + 1 < layers.Count; i++)
        {
            if (layers[i] is { IsComplete: false, Shape: DenseShape } && layers[i + 1].Shape is DenseShape)
            {
                throw new ImportException(source.File, $"layer {layers[i].Words}",
                    $"another dense layer follows it, and nothing says which function stands between them (none, relu, sigmoid or tanh). Say it, as in '{layers[i].From}=relu', with --activation of the tool or Activations of the project's item, or in a description: {Example(source.File, layers)}.");
            }
        }
    }

    private static InputNormalization? NormalizationOf(NormalizationDescription? description) => description is null
        ? null
        : new(description.Mean is null ? null : new Sequence<double>(description.Mean), description.Scale is null ? null : new Sequence<double>(description.Scale));

    private static string List(IReadOnlyList<SourceLayer> layers) => layers.Count == 0 ? "none" : Quote.List([.. layers.Select(static layer => layer.Words)]);

    private static string Example(string file, IReadOnlyList<SourceLayer> layers)
    {
        var description = new ModelDescription
        {
            Layers = [.. layers.Select(static layer => new LayerDescription { From = layer.From, Activation = layer is { IsComplete: false, Shape: DenseShape } ? Activation.None : null })],
        };
        return $"{Path.GetFileName(DescriptionFiles.PathBeside(file))}, with {DescriptionText.Write(description)}";
    }
}
