using GhostGen.Cli.Commands;
using GhostGen.Folding;
using GhostGen.Importing;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Cli.Inspecting;

/// <summary>All that <c>inspect</c> says of a model.</summary>
/// <param name="File">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Input">The values that a step reads.</param>
/// <param name="Output">The values that it writes.</param>
/// <param name="State">The values that it carries.</param>
/// <param name="Parameters">Weights and biases.</param>
/// <param name="MultiplyAdds">Multiply-adds of a step, as the equations have it.</param>
/// <param name="FoldedMultiplyAdds">Multiply-adds of a step once linear ghosts are folded.</param>
/// <param name="HasNormalization">Whether the file has a mean or a scale of the input.</param>
/// <param name="Labels">A name for each output, or none.</param>
/// <param name="Metadata">What the file says beside the model.</param>
/// <param name="VectorBits">The vectors of this machine, which bytes are counted for.</param>
/// <param name="Layers">The layers, first to last.</param>
/// <param name="Precisions">What weights of each precision take, and change.</param>
/// <param name="HasGhosts">Whether the model has ghosts. Where it has none, <paramref name="Ghosts"/> says what they would save.</param>
/// <param name="Ghosts">Layers with ghosts against plain ones; the last entry is the whole model's.</param>
/// <param name="Sparse">Where steps leave blocks of zeros out.</param>
/// <param name="Tensors">The tensors.</param>
internal sealed record InspectResult(
    string File,
    ModelFormat Format,
    string Name,
    int Input,
    int Output,
    int State,
    long Parameters,
    long MultiplyAdds,
    long FoldedMultiplyAdds,
    bool HasNormalization,
    IReadOnlyList<string> Labels,
    IReadOnlyDictionary<string, string> Metadata,
    int VectorBits,
    IReadOnlyList<LayerSummary> Layers,
    IReadOnlyList<PrecisionSummary> Precisions,
    bool HasGhosts,
    IReadOnlyList<GhostComparison> Ghosts,
    IReadOnlyList<SparseStage> Sparse,
    IReadOnlyList<TensorSummary> Tensors)
{
    /// <summary>Looks at a model.</summary>
    public static InspectResult Of(LoadedModel model)
    {
        ModelManifest manifest = model.Manifest;
        ModelShape shape = manifest.Shape;
        return new(
            model.Path,
            model.Format,
            shape.Name,
            shape.InputSize,
            shape.OutputSize,
            shape.StateSize,
            shape.Parameters,
            shape.MultiplyAdds,
            FoldedTensors.MultiplyAdds(shape),
            manifest.Normalization is not null,
            [.. manifest.Labels],
            new SortedDictionary<string, string>(manifest.Metadata.ToDictionary(), StringComparer.Ordinal),
            KernelWidth.Current.Bits,
            [.. shape.Layers.Select(LayerSummary.Of)],
            PrecisionSummary.All(manifest),
            shape.Layers.Any(static layer => layer is GhostGruShape { Ghosts: > 0 }),
            GhostComparison.Of(shape),
            SparseStage.Of(manifest),
            [.. shape.Layers.SelectMany(layer => layer.Tensors.Select(tensor => TensorSummary.Of(layer, tensor, manifest.Tensor(layer, tensor.Name))))]);
    }
}
