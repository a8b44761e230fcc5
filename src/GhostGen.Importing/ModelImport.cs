using GhostGen.Importing.Layers;
using GhostGen.Importing.Numpy;
using GhostGen.Importing.Onnx;
using GhostGen.Importing.RnNoise;
using GhostGen.Importing.RtNeural;
using GhostGen.Importing.Safetensors;
using GhostGen.Manifests;

namespace GhostGen.Importing;

/// <summary>Reads models of any known format.</summary>
public static class ModelImport
{
    /// <summary>Reads a model.</summary>
    /// <param name="path">A file, or a folder of <c>*.npy</c> files; messages name it by this.</param>
    /// <param name="options">What the file does not say.</param>
    /// <exception cref="ImportException">The file has a defect, or holds what no model of this product can compute.</exception>
    /// <exception cref="ModelFileException">It is a <c>*.ghost.json</c> and has a defect.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ModelManifest Load(string path, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new();
        return ModelFormats.FormatOf(path) switch
        {
            ModelFormat.GhostJson => Whole(ModelFile.Load(path), path, options),
            ModelFormat.Safetensors => ModelAssembly.Of(ArrayImport.Recognise(SafetensorsReader.Read(path)), options),
            ModelFormat.NumpyArchive => ModelAssembly.Of(ArrayImport.Recognise(NumpyArchive.Read(path)), options),
            ModelFormat.NumpyFolder => ModelAssembly.Of(ArrayImport.Recognise(NumpyFolder.Read(path)), options),
            ModelFormat.RtNeural => ModelAssembly.Of(RtNeuralReader.Read(path), options),
            ModelFormat.RnNoise => ModelAssembly.Of(RnNoiseReader.Read(path), options),
            ModelFormat.Onnx => OnnxImport.Load(path, options),
            ModelFormat format => throw new ArgumentOutOfRangeException(nameof(path), format, "No reader is known."),
        };
    }

    /// <summary>A model file says all there is to say; a name and labels may still be given.</summary>
    private static ModelManifest Whole(ModelManifest manifest, string path, ImportOptions options)
    {
        if (options.LayersFile is not null || options.Take.Count > 0 || options.Activations.Count > 0)
        {
            throw new ImportException(path, null, "a model file says everything of its layers; a description, layers to take and activations are for other formats.");
        }

        return options.Name is null && options.Labels.Count == 0 ? manifest : new SourceModel(
            options.Name ?? manifest.Shape.Name,
            [.. manifest.Shape.Layers.Select(layer => SourceLayer.Of(layer.Name, layer, [.. layer.Tensors.Select(tensor => manifest.Tensor(layer, tensor.Name))]))])
        {
            Labels = options.Labels.Count > 0 ? options.Labels : manifest.Labels,
            Metadata = manifest.Metadata,
            Normalization = manifest.Normalization,
        }.ToManifest(path);
    }
}
