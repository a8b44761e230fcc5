namespace GhostGen.Importing.Descriptions;

/// <summary>What a file of arrays cannot say of a model: which layers, in which order, with which options. docs/importing.md has the format.</summary>
internal sealed record ModelDescription
{
    /// <summary>The model's name.</summary>
    public string? Name { get; init; }

    /// <summary>What happens to the input first.</summary>
    public NormalizationDescription? Normalization { get; init; }

    /// <summary>The layers to take, first to last.</summary>
    public required IReadOnlyList<LayerDescription> Layers { get; init; }

    /// <summary>A name for each output.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>What is kept with the model.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>A mean and a scale for each input, or one of the two.</summary>
internal sealed record NormalizationDescription
{
    /// <summary>What is subtracted.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>What the difference is multiplied by.</summary>
    public IReadOnlyList<double>? Scale { get; init; }
}
