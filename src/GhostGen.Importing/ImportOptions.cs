namespace GhostGen.Importing;

/// <summary>What a file of another runtime does not say of the model in it.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// A file that describes the layers (docs/importing.md). <see langword="null"/>: what the file itself carries, or else <c>NAME.layers.json</c>
    /// beside it where that exists.
    /// </summary>
    public string? LayersFile { get; init; }

    /// <summary>The layers to take, by the names that the source has for them, first to last; empty for all of them.</summary>
    public IReadOnlyList<string> Take { get; init; } = [];

    /// <summary>The functions at the ends of dense layers whose source does not say it, by the names of the layers.</summary>
    public IReadOnlyDictionary<string, Activation> Activations { get; init; } = new Dictionary<string, Activation>();

    /// <summary>A name for each output, or none: then those that the source or its description has.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The model's name; <see langword="null"/> for the one of the description, or else of the file.</summary>
    public string? Name { get; init; }
}
