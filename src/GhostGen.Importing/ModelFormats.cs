using System.Text.Json;

namespace GhostGen.Importing;

/// <summary>Tells formats apart.</summary>
public static class ModelFormats
{
    private const string GhostExtension = ".ghost.json";

    /// <summary>The file names that are read, in words.</summary>
    public const string Known = "*.ghost.json, *.safetensors, *.npz, a folder of *.npy, *.onnx, and *.json of RTNeural or RNNoise";

    /// <summary>The format of a file or folder, by its name; JSON by its first members.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="ImportException">It is none of those that are known.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ModelFormat FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            return ModelFormat.NumpyFolder;
        }

        return path.EndsWith(GhostExtension, StringComparison.OrdinalIgnoreCase) ? ModelFormat.GhostJson : Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".SAFETENSORS" => ModelFormat.Safetensors,
            ".NPZ" => ModelFormat.NumpyArchive,
            ".ONNX" => ModelFormat.Onnx,
            ".JSON" => JsonFormatOf(path),
            ".NPY" => throw new ImportException(path, null, "one array is no model; name the folder that holds all of its arrays."),
            ".PT" or ".PTH" or ".BIN" => throw new ImportException(path, null, "a pickle runs code as it is loaded and is not read; save the state dictionary as safetensors or npz."),
            _ => throw new ImportException(path, null, $"no format has this name; known are {Known}."),
        };
    }

    private static ModelFormat JsonFormatOf(string path)
    {
        using JsonDocument document = JsonFile.Open(path);
        JsonElement root = document.RootElement;
        return root.Find("format", path) is not null ? ModelFormat.GhostJson
            : root.Find("in_shape", path) is not null ? ModelFormat.RtNeural
            : root.Find("arrays", path) is not null ? ModelFormat.RnNoise
            : throw new ImportException(path, null, "this JSON has neither the member 'format' of a model file, nor 'in_shape' of RTNeural, nor 'arrays' of RNNoise.");
    }
}
