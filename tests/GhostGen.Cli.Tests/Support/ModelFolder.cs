using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;

namespace GhostGen.Cli.Tests;

/// <summary>A folder with small models, which goes when the test ends.</summary>
public sealed class ModelFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-cli-tests-").FullName;

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Writes a text and returns its path.</summary>
    public string Text(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Writes a model of random weights and returns its path.</summary>
    public string Model(params LayerShape[] layers) => Save(RandomModels.Manifest(new("small", new(layers))));

    /// <summary>Writes a model and returns its path.</summary>
    public string Save(ModelManifest manifest)
    {
        string path = PathOf($"{manifest.Shape.Name}.ghost.json");
        ModelFile.Save(manifest, path);
        return path;
    }

    /// <summary>A ghost layer and a dense one, the usual pair.</summary>
    public string Usual() => Model(new GhostGruShape("rnn", 5, 12), new DenseShape("head", 12, 3) { Activation = Activation.Softmax });

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
