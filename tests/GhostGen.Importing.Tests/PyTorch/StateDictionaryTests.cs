using GhostGen.Importing.Arrays;
using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.PyTorch;

/// <summary>State dictionaries without a description, as torch saves them.</summary>
public sealed class StateDictionaryTests
{
    [Theory]
    [InlineData("kws.safetensors")]
    [InlineData("kws.npz")]
    public void A_stack_of_GRUs_and_a_Linear_are_recognised(string file)
    {
        using var folder = new Folder();
        NamedArray[] arrays = [.. Tensors.Gru("model.rnn", 5, 7), .. Tensors.Gru("model.rnn", 7, 7, layer: 1), .. Tensors.Linear("model.fc", 7, 3)];
        ModelManifest manifest = ModelImport.Load(folder.Write(file, arrays), new() { Labels = ["a", "b", "c"] });
        Assert.Equal("kws", manifest.Shape.Name);
        Assert.Equal(["a", "b", "c"], manifest.Labels);
        Assert.Equal<LayerShape>([new GruShape("model_rnn_l0", 5, 7), new GruShape("model_rnn_l1", 7, 7), new DenseShape("model_fc", 7, 3)], manifest.Shape.Layers);
        Assert.Equal(arrays.Single(static array => array.Name == "model.rnn.weight_hh_l1").Values, manifest.Tensor(manifest.Shape.Layers[1], TensorNames.WeightHidden));
    }

    [Fact]
    public void A_module_that_was_saved_by_itself_has_no_prefix()
    {
        using var folder = new Folder();
        NamedArray[] arrays = [.. Tensors.Gru("x", 5, 7).Select(static array => array with { Name = array.Name[2..] })];
        Assert.Equal<LayerShape>([new GruShape("gru0", 5, 7)], ModelImport.Load(folder.Write("m.safetensors", arrays)).Shape.Layers);
    }

    [Fact]
    public void A_GRUCell_has_no_number_behind_its_names()
    {
        using var folder = new Folder();
        NamedArray[] arrays = [.. Tensors.Gru("cell", 5, 7).Select(static array => array with { Name = array.Name[..^"_l0".Length] })];
        Assert.Equal<LayerShape>([new GruShape("cell", 5, 7)], ModelImport.Load(folder.Write("m.safetensors", arrays)).Shape.Layers);
    }

    [Fact]
    public void A_GRU_without_biases_has_zeros()
    {
        using var folder = new Folder();
        ModelManifest manifest = ModelImport.Load(folder.Write("m.safetensors", [.. Tensors.Gru("rnn", 2, 3).Take(2)]));
        Assert.Equal(new float[9], manifest.Tensor(manifest.Shape.Layers[0], TensorNames.BiasHidden));
        Assert.Equal(ResetForm.AfterProduct, Assert.IsType<GruShape>(manifest.Shape.Layers[0]).Reset);
    }

    [Theory]
    [InlineData(true, true, "5,4", ResetForm.AfterProduct, CheapMap.Dense, 1, true)]
    [InlineData(true, false, "5,4", ResetForm.AfterWholeProduct, CheapMap.Dense, 1, true)]
    [InlineData(false, false, "5,4", ResetForm.BeforeProduct, CheapMap.Dense, 1, false)]
    [InlineData(true, true, "5", ResetForm.AfterProduct, CheapMap.Diagonal, 1, false)]
    public void What_tensors_there_are_and_their_shapes_tell_the_variant_of_a_GhostGRU(
        bool hasBiasHidden, bool hasBiasGhost, string cheap, ResetForm reset, CheapMap map, int groups, bool hasCheapBias)
    {
        using var folder = new Folder();
        List<NamedArray> arrays = [Tensors.Of("rnn.weight_ih_l0", 12, 3), Tensors.Of("rnn.weight_hh_l0", 12, 9), Tensors.Of("rnn.bias_ih_l0", 12)];
        arrays.Add(Tensors.Of("rnn.weight_cheap_l0", [.. cheap.Split(',').Select(int.Parse)]));
        if (hasBiasHidden)
        {
            arrays.Add(Tensors.Of("rnn.bias_hh_l0", 12));
        }

        if (hasBiasGhost)
        {
            arrays.Add(Tensors.Of("rnn.bias_gc_l0", 4));
        }

        if (hasCheapBias)
        {
            arrays.Add(Tensors.Of("rnn.bias_cheap_l0", 5));
        }

        GhostGruShape layer = Assert.IsType<GhostGruShape>(ModelImport.Load(folder.Write("m.safetensors", arrays)).Shape.Layers[0]);
        Assert.Equal(new GhostGruShape("rnn", 3, 9) { Ratio = 9 / 4.0, Reset = reset, Cheap = map, Groups = groups, CheapBias = hasCheapBias }, layer with { Ratio = 9 / 4.0 });
        Assert.Equal(4, layer.Intrinsic);
    }

    [Fact]
    public void A_grouped_cheap_map_is_told_by_its_columns()
    {
        using var folder = new Folder();
        NamedArray[] arrays = [.. Tensors.Gru("rnn", 3, 4).Where(static array => !array.Name.Contains("weight_hh", StringComparison.Ordinal)), Tensors.Of("rnn.weight_hh_l0", 12, 8), Tensors.Of("rnn.bias_gc_l0", 4), Tensors.Of("rnn.weight_cheap_l0", 4, 2)];
        GhostGruShape layer = Assert.IsType<GhostGruShape>(ModelImport.Load(folder.Write("m.npz", arrays)).Shape.Layers[0]);
        Assert.Equal((CheapMap.Grouped, 2, 2.0), (layer.Cheap, layer.Groups, layer.Ratio));
    }

    [Theory]
    [InlineData("conv.weight 4 1 3", "tensor 'conv.weight' [4, 1, 3] belongs to a module that is no Linear")]
    [InlineData("norm.weight 7", "tensor 'norm.weight' [7] belongs to a module that is no Linear")]
    [InlineData("norm.running_mean 7", "tensor 'norm.running_mean' [7] belongs to no GRU, GhostGRU or Linear")]
    [InlineData("rnn.weight_ih_l0_reverse 21 5", "tensor 'rnn.weight_ih_l0_reverse' [21, 5] belongs to no GRU, GhostGRU or Linear")]
    [InlineData("lstm.weight_ih_l0 16 5;lstm.weight_hh_l0 16 4", "Four times as many rows are an LSTM's")]
    [InlineData("lonely.weight_ih_l0 21 5", "it has 'lonely.weight_ih_l0', and no weight_hh")]
    [InlineData("flat.weight_ih_l0 21;flat.weight_hh_l0 21 7", "its shape is [21]; two sizes are expected")]
    [InlineData("fd.weight 3 7;fd.bias 4", "its shape is [4]; with the weights [3, 7] beside it, [3] is expected")]
    [InlineData("g.weight_ih_l0 12 5;g.weight_hh_l0 12 9", "there is no weight_cheap that makes the others")]
    [InlineData("g.weight_ih_l0 12 5;g.weight_hh_l0 12 9;g.weight_cheap_l0 5 3", "[5, 4] (dense), [5, 4 / groups] (grouped) or [5] (diagonal) is expected")]
    public void What_no_model_has_is_refused_with_its_name(string others, string expected)
    {
        using var folder = new Folder();
        NamedArray[] added = [.. others.Split(';').Select(static text => text.Split(' ')).Select(static words => Tensors.Of(words[0], [.. words.Skip(1).Select(int.Parse)]))];
        ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load(folder.Write("m.safetensors", [.. Tensors.Gru("rnn", 5, 7), .. added])));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_Linears_behind_each_other_need_a_word_about_what_is_between_them()
    {
        using var folder = new Folder();
        string path = folder.Write("m.npz", [.. Tensors.Gru("rnn", 5, 7), .. Tensors.Linear("fc1", 7, 4), .. Tensors.Linear("fc2", 4, 3)]);
        ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load(path));
        Assert.Contains("m.layers.json, with {\"layers\":[{\"from\":\"rnn\"},{\"from\":\"fc1\",\"activation\":\"none\"},{\"from\":\"fc2\",\"activation\":\"none\"}]}", exception.Message, StringComparison.Ordinal);

        ModelManifest manifest = ModelImport.Load(path, new() { Activations = new Dictionary<string, Activation> { ["fc1"] = Activation.Relu, ["fc2"] = Activation.Softmax } });
        Assert.Equal([Activation.Relu, Activation.Softmax], manifest.Shape.Layers.OfType<DenseShape>().Select(static layer => layer.Activation));
    }

    [Fact]
    public void The_advice_of_a_message_is_followed_literally()
    {
        using var folder = new Folder();
        string path = folder.Write("m.npz", [.. Tensors.Linear("fc1", 7, 4), .. Tensors.Linear("fc2", 4, 3)]);
        string message = Assert.Throws<ImportException>(() => ModelImport.Load(path)).Message;
        folder.Write("m.layers.json", message[message.IndexOf('{', StringComparison.Ordinal)..].TrimEnd('.'));
        Assert.Equal(2, ModelImport.Load(path).Shape.Layers.Count);
    }
}
