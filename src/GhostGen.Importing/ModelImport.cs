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
            ModelFormat.GhostJson => ModelFile.Load(path),
            ModelFormat format => throw new ImportException(path, null, $"{format} is not read yet."),
        };
    }
}
