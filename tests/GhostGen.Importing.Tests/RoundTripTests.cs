using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Importing.Tests;

/// <summary>What is written comes back with every bit, whatever the model.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("model.npz")]
    [InlineData("model.ghost.json")]
    public void Every_model_of_the_table_comes_back(string file)
    {
        using var folder = new Folder();
        foreach (ModelShape shape in ModelTable.Shapes)
        {
            ModelManifest manifest = WithWords(RandomModels.Manifest(shape));
            ModelExport.Save(manifest, folder.PathOf(file));
            Assert.Equal(Folder.TextOf(manifest), Folder.TextOf(ModelImport.Load(folder.PathOf(file))));
        }
    }

    [Fact]
    public void What_RTNeural_can_compute_comes_back_and_all_else_is_refused_before_a_file_is_there()
    {
        using var folder = new Folder();
        string path = folder.PathOf("model.json");
        (int written, int refused) = (0, 0);
        foreach (ModelShape shape in ModelTable.Shapes)
        {
            ModelManifest manifest = RandomModels.Manifest(shape);
            bool isPossible = manifest.Normalization is null
                && shape.Layers.All(static layer => layer is DenseShape or GruShape { Reset: ResetForm.AfterProduct, CandidateActivation: Activation.Tanh });
            File.Delete(path);
            if (!isPossible)
            {
                Assert.Throws<ImportException>(() => ModelExport.Save(manifest, path));
                Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
                refused++;
                continue;
            }

            ModelExport.Save(manifest, path);
            ModelManifest read = ModelImport.Load(path, new() { Name = shape.Name });
            foreach ((LayerShape before, LayerShape after) in shape.Layers.Zip(read.Shape.Layers))
            {
                Assert.Equal(before with { Name = after.Name }, after);
                foreach (TensorShape tensor in before.Tensors)
                {
                    Assert.Equal(Bits(manifest.Tensor(before, tensor.Name)), Bits(read.Tensor(after, tensor.Name)));
                }
            }

            written++;
        }

        Assert.True(written >= 20 && refused >= 20);
    }

    [Fact]
    public void Files_are_the_same_bytes_each_time()
    {
        using var folder = new Folder();
        ModelManifest manifest = RandomModels.Manifest(ModelTable.Shape("stack_all_kinds"));
        foreach (string extension in (string[])["safetensors", "npz"])
        {
            ModelExport.Save(manifest, folder.PathOf("a." + extension));
            ModelExport.Save(manifest, folder.PathOf("b." + extension));
            Assert.Equal(File.ReadAllBytes(folder.PathOf("a." + extension)), File.ReadAllBytes(folder.PathOf("b." + extension)));
        }
    }

    [Fact]
    public void A_format_that_is_not_written_is_named_with_those_that_are()
    {
        using var folder = new Folder();
        ImportException exception = Assert.Throws<ImportException>(() => ModelExport.Save(RandomModels.Manifest(ModelTable.Shape("gru_1_to_8")), folder.PathOf("model.pt")));
        Assert.Contains(ModelExport.Known, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The model with labels, metadata and a range, which have to come back too.</summary>
    private static ModelManifest WithWords(ModelManifest manifest) => new(
        manifest.Shape with { Layers = new(manifest.Shape.Layers.Select(static layer => layer with { InputRange = 2.5f })) },
        manifest.Shape.Layers.SelectMany(layer => layer.Tensors.Select(tensor => (Name: $"{layer.Name}.{tensor.Name}", Values: manifest.Tensor(layer, tensor.Name)))).ToDictionary(static pair => pair.Name, static pair => pair.Values),
        [.. Enumerable.Range(0, manifest.Shape.OutputSize).Select(static i => FormattableString.Invariant($"label \"{i}\" é"))],
        new Dictionary<string, string> { ["source"] = "a test, with a \\ and a line\nbreak" },
        manifest.Normalization);

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
