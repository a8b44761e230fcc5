using GhostGen.Importing.Layers;

namespace GhostGen.Importing.Descriptions;

/// <summary>Finds the description of a source: the one that is asked for, the one beside it, or the one within.</summary>
internal static class DescriptionFiles
{
    private const string Extension = ".layers.json";

    /// <summary>The description, or <see langword="null"/> where there is none.</summary>
    /// <exception cref="ImportException">It has a defect.</exception>
    public static ModelDescription? Find(SourceLayers source, ImportOptions options)
    {
        if (options.LayersFile is { } file)
        {
            return DescriptionText.ReadFile(file);
        }

        string beside = PathBeside(source.File);
        return File.Exists(beside) ? DescriptionText.ReadFile(beside)
            : source.Description is { } text ? DescriptionText.Read(text, source.File, source.DescriptionPlace)
            : null;
    }

    /// <summary>The file that describes a source because of its name: <c>kws.layers.json</c> for <c>kws.safetensors</c> and for a folder <c>kws</c>.</summary>
    public static string PathBeside(string source)
    {
        string whole = Path.TrimEndingDirectorySeparator(source);
        return (Directory.Exists(whole) ? whole : Path.ChangeExtension(whole, null)) + Extension;
    }
}
