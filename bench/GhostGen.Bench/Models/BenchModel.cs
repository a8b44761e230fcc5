using System.Globalization;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Bench.Models;

/// <summary>A compiled model of one recurrent layer, and how to get weights into it.</summary>
/// <param name="Describe">Its sizes. Not asked before they are needed: where starting is timed, nothing of a model has run before.</param>
/// <param name="Manifest">Makes weights for it: random ones of the size that trained networks have, the same in every process.</param>
/// <param name="Load">Packs weights for it.</param>
/// <param name="Create">Makes an instance with packed weights.</param>
/// <param name="CreateBatch">Makes so many streams with packed weights.</param>
internal sealed record BenchModel(
    Func<ModelInfo> Describe,
    Func<ModelManifest> Manifest,
    Func<ModelManifest, PackedWeights> Load,
    Func<PackedWeights, IStreamingModel> Create,
    Func<PackedWeights, int, IStreamingBatch> CreateBatch)
{
    /// <summary>Makes an instance of the same model with fast activations; <see langword="null"/> where they would not matter.</summary>
    public Func<PackedWeights, IStreamingModel>? CreateFast { get; init; }

    /// <summary>Its sizes.</summary>
    public ModelInfo Info => Describe();

    /// <summary>The kind of its layer.</summary>
    public string Kind => Info.Layers[0].Kind;

    /// <summary>Whether its layer is a plain GRU, which libraries know, and not a GhostGRU, which they do not.</summary>
    public bool IsPlain => Info.Layers[0] is GruShape;

    /// <summary>Kind and sizes, such as <c>gru 40x128</c>.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Sizes}");

    /// <summary>Input and hidden size, such as <c>40x128</c>.</summary>
    public string Sizes => string.Create(CultureInfo.InvariantCulture, $"{Info.InputSize}x{Info.OutputSize}");
}
