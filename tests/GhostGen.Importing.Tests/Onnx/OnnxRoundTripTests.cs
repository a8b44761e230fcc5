using GhostGen.Importing.Onnx;
using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>What is exported is read back as it was, to the bit.</summary>
public sealed class OnnxRoundTripTests
{
    [Fact]
    public void Every_model_that_ONNX_can_hold_is_read_back_bit_for_bit()
    {
        ModelShape[] shapes = [.. ModelTable.Shapes.Where(CanBeHeld)];
        Assert.True(shapes.Length > 40);
        Assert.Contains(shapes, static shape => shape.Layers.Any(static layer => layer is GhostGruShape));
        Assert.Contains(shapes, static shape => shape.Name.EndsWith("_normalized", StringComparison.Ordinal));
        foreach (ModelShape shape in shapes)
        {
            ModelManifest manifest = RandomModels.Manifest(shape);
            RequireSame(manifest, SampleModels.Import(OnnxExport.ToModel(manifest, SampleModels.File)));
        }
    }

    [Fact]
    public void Signs_of_zeros_and_denormals_come_back()
    {
        var shape = new ModelShape("zeros", new([new GruShape("gru", 1, 1) { Reset = ResetForm.BeforeProduct }, new DenseShape("dense", 1, 1)]));
        var tensors = new Dictionary<string, float[]>
        {
            ["gru.weight_ih"] = [-0f, 0f, float.Epsilon],
            ["gru.weight_hh"] = [0f, -0f, -float.Epsilon],
            ["gru.bias_ih"] = [-0f, 0f, -float.Epsilon],
            ["dense.weight"] = [-0f],
            ["dense.bias"] = [-0f],
        };
        var manifest = new ModelManifest(shape, tensors);
        RequireSame(manifest, SampleModels.Import(OnnxExport.ToModel(manifest, SampleModels.File)));
    }

    [Fact]
    public void Names_metadata_and_a_normalization_of_singles_come_back()
    {
        ModelManifest original = SampleModels.Stack();
        var manifest = new ModelManifest(
            original.Shape,
            original.Shape.Layers.SelectMany(layer => layer.Tensors.Select(tensor => (Name: $"{layer.Name}.{tensor.Name}", Values: original.Tensor(layer, tensor.Name)))).ToDictionary(static item => item.Name, static item => item.Values),
            ["no", "yes"],
            new Dictionary<string, string> { ["source"] = "a test" },
            new(new([0.5, -1, 0]), new([2, 0, 0.25])));
        using var folder = new Folder();
        string path = folder.PathOf("kept.onnx");
        ModelExport.Save(manifest, path);
        ModelManifest read = ModelImport.Load(path, new() { Labels = ["no", "yes"] });
        RequireSame(manifest, read);
        Assert.Equal("kept", read.Shape.Name);
        Assert.Equal(manifest.Labels, read.Labels);
        Assert.Equal(manifest.Metadata, read.Metadata);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!));
        Assert.Equal("other", ModelImport.Load(path, new() { Name = "other" }).Shape.Name);
    }

    [Fact]
    public void Ghosts_are_refused_and_nothing_is_written()
    {
        using var folder = new Folder();
        string path = folder.PathOf("ghosts.onnx");
        ModelManifest manifest = RandomModels.Manifest(new("ghosts", new([new GhostGruShape("rnn", 3, 4)])));
        ImportException exception = Assert.Throws<ImportException>(() => OnnxExport.Save(manifest, path));
        Assert.Equal($"{path}: layer 'rnn': no operator of ONNX computes a ghost_gru with ghosts; only models of gru and dense layers can be written as ONNX.", exception.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    private static bool CanBeHeld(ModelShape shape) => shape.Layers.All(static layer => layer is not GhostGruShape { Ghosts: > 0 }) && shape.Parameters < 500_000;

    private static void RequireSame(ModelManifest expected, ModelManifest actual)
    {
        Assert.Equal(expected.Shape.Layers.Select(AsGru), actual.Shape.Layers);
        Assert.Equal(expected.Normalization, actual.Normalization);
        foreach (LayerShape layer in expected.Shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                Assert.Equal(Bits(expected.Tensor(layer, tensor.Name)), Bits(actual.Tensor(layer, tensor.Name)));
            }
        }
    }

    /// <summary>A GhostGRU without ghosts is a GRU.</summary>
    private static LayerShape AsGru(LayerShape layer) => layer is GhostGruShape ghost
        ? new GruShape(ghost.Name, ghost.InputSize, ghost.Hidden) { Reset = ghost.Reset == ResetForm.AfterWholeProduct ? ResetForm.AfterProduct : ghost.Reset }
        : layer;

    private static uint[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToUInt32Bits);
}
