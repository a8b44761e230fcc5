namespace GhostGen.Importing.Layers;

/// <summary>The layers that were recognised in a source, before it is decided which of them the model has and in which order.</summary>
/// <param name="File">The source, for messages.</param>
/// <param name="Layers">The layers, as the source lists them.</param>
/// <param name="KeepsOrder">Whether the source lists them first to last.</param>
internal sealed record SourceLayers(string File, IReadOnlyList<SourceLayer> Layers, bool KeepsOrder)
{
    /// <summary>What the source holds beside them, each thing in words.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The description that the source carries, as JSON, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Where in the source that description is.</summary>
    public string? DescriptionPlace { get; init; }
}
