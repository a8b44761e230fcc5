using System.Text;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Numpy;
using GhostGen.Importing.Safetensors;
using GhostGen.Manifests;

namespace GhostGen.Importing.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("ghostgen-importing-");

    public string PathOf(string name) => Path.Combine(directory.FullName, name);

    /// <summary>Writes bytes and returns the path.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes text and returns the path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes arrays in the order given, by the format of the name.</summary>
    public string Write(string name, params IReadOnlyList<NamedArray> arrays)
    {
        using var stream = new MemoryStream();
        var file = new ArrayFile(name, arrays, KeepsOrder: true);
        if (name.EndsWith(".npz", StringComparison.Ordinal))
        {
            NumpyArchive.Write(file, stream);
        }
        else
        {
            SafetensorsWriter.Write(file, stream);
        }

        return Write(name, stream.ToArray());
    }

    public void Dispose() => directory.Delete(recursive: true);

    /// <summary>What a model is in its own file: equal texts are equal bits.</summary>
    public static string TextOf(ModelManifest manifest)
    {
        using var stream = new MemoryStream();
        ModelFile.Save(manifest, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
