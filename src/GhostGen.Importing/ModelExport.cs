using GhostGen.Importing.Numpy;
using GhostGen.Importing.Onnx;
using GhostGen.Importing.PyTorch;
using GhostGen.Importing.RtNeural;
using GhostGen.Importing.Safetensors;
using GhostGen.Manifests;

namespace GhostGen.Importing;

/// <summary>Writes models for other runtimes.</summary>
public static class ModelExport
{
    /// <summary>The file names that are written, in words.</summary>
    public const string Known = "*.ghost.json, *.safetensors, *.npz, *.onnx and, for RTNeural, *.json";

    /// <summary>Writes a model in the format of a file's name. It is written beside its place and then moved there, so no reader ever sees half of it.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="path">The path; a file that is there is replaced.</param>
    /// <exception cref="ImportException">The format cannot hold the model, or no format has this name; nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before still is.</exception>
    public static void Save(ModelManifest manifest, string path)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(path);
        if (path.EndsWith(".ghost.json", StringComparison.OrdinalIgnoreCase))
        {
            ModelFile.Save(manifest, path);
            return;
        }

        Action<Stream> write = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".SAFETENSORS" => stream => SafetensorsWriter.Write(StateDictionaryOf.Model(manifest, path), stream),
            ".NPZ" => stream => NumpyArchive.Write(StateDictionaryOf.Model(manifest, path), stream),
            ".ONNX" => stream => OnnxExport.Write(manifest, path, stream),
            ".JSON" => stream => RtNeuralWriter.Write(manifest, path, stream),
            _ => throw new ImportException(path, null, $"no format that is written has this name; known are {Known}."),
        };
        WholeFile.Write(path, write);
    }
}
