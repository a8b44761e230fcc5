using System.IO.Compression;
using System.Runtime.InteropServices;
using GhostGen.Importing.Arrays;
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
    public void A_folder_of_an_archives_arrays_is_the_same_model()
    {
        using var folder = new Folder();
        foreach (ModelShape shape in ModelTable.Shapes)
        {
            ModelManifest manifest = WithWords(RandomModels.Manifest(shape));
            ModelExport.Save(manifest, folder.PathOf("model.npz"));
            ZipFile.ExtractToDirectory(folder.PathOf("model.npz"), folder.PathOf(shape.Name));
            File.Move(Path.Combine(folder.PathOf(shape.Name), "ghostgen.json"), folder.PathOf(shape.Name + ".layers.json"));
            Assert.Equal(Folder.TextOf(manifest), Folder.TextOf(ModelImport.Load(folder.PathOf(shape.Name))));
        }
    }

    [Theory]
    [InlineData(3, 5, 2)]
    [InlineData(2, 1, 3)]
    [InlineData(17, 31, 13)]
    public void TensorFlows_arrangement_comes_back(int input, int hidden, int units)
    {
        var gru = new GruShape("gru", input, hidden) { Reset = ResetForm.BeforeProduct };
        var dense = new DenseShape("o", hidden, units);
        ModelManifest manifest = RandomModels.Manifest(new("m", new([gru, dense])));
        float[] ofInput = manifest.Tensor(gru, TensorNames.WeightInput);
        float[] ofState = manifest.Tensor(gru, TensorNames.WeightHidden);
        float[] biases = manifest.Tensor(gru, TensorNames.BiasInput);

        // A row of a kernel is an input or a state, a column an output: reset and update gates, or the candidate.
        NamedArray Kernel(string name, int first, int outputs) => new(
            name,
            [input + hidden, outputs],
            [.. Enumerable.Range(0, (input + hidden) * outputs).Select(i => (Row: i / outputs, Gate: first + (i % outputs))).Select(at =>
                at.Row < input ? ofInput[(at.Gate * input) + at.Row] : ofState[(at.Gate * hidden) + at.Row - input])]);

        using var folder = new Folder();
        string path = folder.Write(
            "m.npz",
            Kernel("gates_kernel", 0, 2 * hidden),
            new NamedArray("gates_bias", [2 * hidden], biases[..(2 * hidden)]),
            Kernel("candidate_kernel", 2 * hidden, hidden),
            new NamedArray("candidate_bias", [hidden], biases[(2 * hidden)..]),
            new NamedArray("W_o", [hidden, units], [.. Enumerable.Range(0, hidden * units).Select(i => manifest.Tensor(dense, TensorNames.Weight)[(i % units * hidden) + (i / units)])]),
            new NamedArray("b_o", [units], manifest.Tensor(dense, TensorNames.Bias)));
        Assert.Equal(Folder.TextOf(manifest), Folder.TextOf(ModelImport.Load(path)));
    }

    [Fact]
    public void RNNoises_bytes_come_back()
    {
        const int input = 3, hidden = 2;
        var bytes = new sbyte[3 * hidden * input];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(bytes.AsSpan()));
        using var folder = new Folder();
        string path = folder.Write("rnn.json", $$$"""{"layers":[["GRULayer","g","b, w, r, 3, 2, ACTIVATION_RELU"]],"arrays":{"w":[{{{string.Join(',', bytes)}}}],"r":[{{{string.Join(',', bytes[..12])}}}],"b":[{{{string.Join(',', bytes[..6])}}}]}}""");
        ModelManifest manifest = ModelImport.Load(path);
        var gru = new GruShape("g", input, hidden) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu };
        Assert.Equal<LayerShape>([gru], manifest.Shape.Layers);

        // Their columns are update, reset, candidate; our rows reset, update, candidate.
        int[] theirs = [2, 3, 0, 1, 4, 5];
        for (int gate = 0; gate < theirs.Length; gate++)
        {
            Assert.Equal(bytes[theirs[gate]] / 256f, manifest.Tensor(gru, TensorNames.BiasInput)[gate]);
            for (int i = 0; i < input; i++)
            {
                Assert.Equal(bytes[(i * 6) + theirs[gate]] / 256f, manifest.Tensor(gru, TensorNames.WeightInput)[(gate * input) + i]);
            }

            for (int i = 0; i < hidden; i++)
            {
                Assert.Equal(bytes[(i * 6) + theirs[gate]] / 256f, manifest.Tensor(gru, TensorNames.WeightHidden)[(gate * hidden) + i]);
            }
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
