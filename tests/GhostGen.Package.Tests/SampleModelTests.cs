using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Package.Tests;

/// <summary>
/// The model of the samples. Nobody has trained it; this recipe is where it comes from. To write it anew after changing the recipe, run
/// these tests with the variable GHOSTGEN_WRITE_SAMPLE_MODEL set to 1.
/// </summary>
public sealed class SampleModelTests
{
    private const string WriteVariable = "GHOSTGEN_WRITE_SAMPLE_MODEL";
    private const int LargestFileBytes = 100_000;

    /// <summary>The committed file.</summary>
    internal static string FilePath { get; } = Repository.PathOf("samples", "Quickstart", "kws.ghost.json");

    [Fact]
    public void The_model_of_the_samples_is_what_its_recipe_makes()
    {
        using var expected = new MemoryStream();
        ModelFile.Save(Recipe(), expected);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllBytes(FilePath, expected.ToArray());
        }

        Assert.Equal(expected.ToArray(), File.ReadAllBytes(FilePath));
        Assert.InRange(expected.Length, 1, LargestFileBytes);
    }

    private static ModelManifest Recipe()
    {
        var shape = new ModelShape("kws", new(
        [
            new GhostGruShape("ghost", 10, 40),
            new DenseShape("head", 40, 12) { Activation = Activation.Softmax },
        ]));
        ModelManifest random = RandomModels.Manifest(shape);
        var tensors = shape.Layers
            .SelectMany(static layer => layer.Tensors, static (layer, tensor) => (Layer: layer, tensor.Name))
            .ToDictionary(static tensor => $"{tensor.Layer.Name}.{tensor.Name}", tensor => random.Tensor(tensor.Layer, tensor.Name));
        return new ModelManifest(
            shape,
            tensors,
            labels: ["silence", "unknown", "yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go"],
            metadata: new Dictionary<string, string>
            {
                ["weights"] = "random, uniform within 1 / sqrt(columns): nobody has trained this model, so its answers mean nothing",
                ["source"] = "tests/GhostGen.Package.Tests/SampleModelTests.cs",
            });
    }
}
