using GhostGen.Importing.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Importing.Tests.Descriptions;

/// <summary>What a description adds to names and shapes, and what happens where it contradicts them.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void A_description_beside_the_file_chooses_orders_and_names_layers()
    {
        using var folder = new Folder();
        folder.Write("kws.layers.json", """
            {
              "name": "spotter",
              "normalization": { "mean": [1, 2], "scale": [0.5, 4] },
              "layers": [
                { "from": "rnn", "kind": "gru", "name": "listener", "hidden": 3, "activation": "relu", "input_range": 2.5 },
                { "from": "fc", "activation": "softmax", "units": 2, "bias": true }
              ],
              "labels": ["yes", "no"],
              "metadata": { "by": "hand" }
            }
            """);
        ModelManifest manifest = ModelImport.Load(folder.Write("kws.safetensors", [.. Tensors.Linear("fc", 3, 2), Tensors.Of("conv.weight", 3, 3, 3), .. Tensors.Gru("rnn", 2, 3)]));
        Assert.Equal<LayerShape>(
            [new GruShape("listener", 2, 3) { CandidateActivation = Activation.Relu, InputRange = 2.5f }, new DenseShape("fc", 3, 2) { Activation = Activation.Softmax }],
            manifest.Shape.Layers);
        Assert.Equal(("spotter", "hand"), (manifest.Shape.Name, manifest.Metadata["by"]));
        Assert.Equal(["yes", "no"], manifest.Labels);
        Assert.Equal(new InputNormalization(new([1.0, 2.0]), new([0.5, 4.0])), manifest.Normalization);
    }

    [Fact]
    public void A_description_that_is_asked_for_comes_before_the_one_beside_the_file()
    {
        using var folder = new Folder();
        folder.Write("m.layers.json", """{ "name": "beside", "layers": [{ "from": "fc" }] }""");
        string other = folder.Write("other.json", """{ "name": "asked for", "layers": [{ "from": "fc" }] }""");
        string model = folder.Write("m.npz", Tensors.Linear("fc", 3, 2));
        Assert.Equal("beside", ModelImport.Load(model).Shape.Name);
        Assert.Equal("asked for", ModelImport.Load(model, new() { LayersFile = other }).Shape.Name);
        Assert.Equal("said", ModelImport.Load(model, new() { LayersFile = other, Name = "said" }).Shape.Name);
    }

    [Fact]
    public void The_options_of_a_GhostGRU_that_its_tensors_do_not_tell()
    {
        using var folder = new Folder();
        folder.Write("m.layers.json", """{ "layers": [{ "from": "rnn", "ratio": 2.2, "cheap_activation": "none" }] }""");
        string model = folder.Write("m.npz", Tensors.Of("rnn.weight_ih_l0", 15, 2), Tensors.Of("rnn.weight_hh_l0", 15, 10), Tensors.Of("rnn.bias_ih_l0", 15), Tensors.Of("rnn.weight_cheap_l0", 5, 5));
        GhostGruShape layer = Assert.IsType<GhostGruShape>(ModelImport.Load(model).Shape.Layers[0]);
        Assert.Equal((2.2, Activation.None, ResetForm.BeforeProduct, false), (layer.Ratio, layer.CheapActivation, layer.Reset, layer.CheapBias));
    }

    [Fact]
    public void A_GRU_may_be_a_GhostGRU_without_ghosts()
    {
        using var folder = new Folder();
        folder.Write("m.layers.json", """{ "layers": [{ "from": "rnn", "kind": "ghost_gru" }] }""");
        Assert.Equal<LayerShape>([new GhostGruShape("rnn", 2, 3) { Ratio = 1 }], ModelImport.Load(folder.Write("m.npz", Tensors.Gru("rnn", 2, 3))).Shape.Layers);
    }

    [Theory]
    [InlineData("""{ "layers": [{ "from": "rnn", "hidden": 4 }] }""", "its description says 4 as 'hidden'; its tensors are those of 3")]
    [InlineData("""{ "layers": [{ "from": "fc", "hidden": 2 }] }""", "its description has 'hidden', which a dense does not have")]
    [InlineData("""{ "layers": [{ "from": "rnn", "ratio": 2 }] }""", "its description has 'ratio', which a gru does not have")]
    [InlineData("""{ "layers": [{ "from": "fc", "kind": "gru" }] }""", "its description says that it is of kind 'gru'; its tensors are those of a dense")]
    [InlineData("""{ "layers": [{ "from": "rnn", "kind": "lstm" }] }""", "of kind 'lstm'")]
    [InlineData("""{ "layers": [{ "from": "rnn", "kind": "ghost_gru", "ratio": 2 }] }""", "rnn.weight_")]
    [InlineData("""{ "layers": [{ "from": "rnn", "reset": "before_product" }] }""", "'rnn.bias_hh' belongs to no layer")]
    [InlineData("""{ "layers": [{ "from": "fc", "bias": false }] }""", "'fc.bias' belongs to no layer")]
    [InlineData("""{ "layers": [{ "from": "rnn" }, { "from": "rnn" }] }""", "Two layers are called 'rnn'")]
    [InlineData("""{ "layers": [{ "from": "rnn" }, { "from": "rnn", "name": "again" }] }""", "The layer reads 2 values, but layer 'rnn' before it writes 3")]
    [InlineData("""{ "layers": [{ "from": "fc" }, { "from": "rnn" }], "labels": ["a"] }""", "There are 1 labels and 3 outputs")]
    [InlineData("""{ "layers": [{ "from": "rnn", "name": "a b" }] }""", "a layer's name is an ASCII letter or underscore")]
    [InlineData("""{ "layers": [{ "from": "rnn", "input_range": 0 }] }""", "The range of the input is 0")]
    [InlineData("""{ "layers": [{ "from": "rnn" }], "normalization": { "mean": [1] } }""", "has 1 numbers as mean; the model reads 2 values")]
    [InlineData("""{ "layers": [{ "from": "rnn" }], "normalization": {} }""", "has neither a mean nor a scale")]
    public void What_contradicts_the_tensors_is_refused(string description, string expected)
    {
        using var folder = new Folder();
        folder.Write("m.layers.json", description);
        ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load(folder.Write("m.npz", [.. Tensors.Gru("rnn", 2, 3), .. Tensors.Linear("fc", 3, 2)])));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "line 1, column 2, $: this is not JSON")]
    [InlineData("null", "the description lists no layers")]
    [InlineData("""{ "layers": [] }""", "the description lists no layers")]
    [InlineData("""{ "layers": [null] }""", "something in it is null")]
    [InlineData("""{ "name": "x" }""", "missing a member")]
    [InlineData("""{ "layers": [{ "kind": "gru" }] }""", "$.layers[0]: what is here is unknown, missing a member")]
    [InlineData("""{ "layers": [{ "from": "rnn", "activation": "swish" }] }""", "$.layers[0].activation: what is here is unknown")]
    [InlineData("""{ "layers": [{ "from": "rnn", "activation": 3 }] }""", "$.layers[0].activation")]
    [InlineData("""{ "layers": [{ "from": "rnn" }], "label": [] }""", "$.label")]
    [InlineData("""{ "layers": [{ "from": "rnn" }], "labels": [null] }""", "something in it is null")]
    public void What_is_no_description_is_refused_with_its_place(string description, string expected)
    {
        using var folder = new Folder();
        string file = folder.Write("m.layers.json", description);
        ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load(folder.Write("m.npz", Tensors.Gru("rnn", 2, 3))));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(file, exception.File);
    }

    [Fact]
    public void What_a_file_says_itself_is_not_for_others_to_say()
    {
        using var folder = new Folder();
        string path = folder.Write("m.json", """{"in_shape":[1],"layers":[{"type":"dense","activation":"tanh","shape":[1],"weights":[[[1]],[2]]}]}""");
        Assert.Equal(Activation.Tanh, Assert.IsType<DenseShape>(ModelImport.Load(path, new() { Activations = new Dictionary<string, Activation> { ["dense0"] = Activation.Tanh } }).Shape.Layers[0]).Activation);
        ImportException exception = Assert.Throws<ImportException>(() => ModelImport.Load(path, new() { Activations = new Dictionary<string, Activation> { ["dense0"] = Activation.Relu } }));
        Assert.Contains("leave out of the description what the file says", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b", "there are 0 layers 'a' in it; it has 'rnn' (gru, 2 to 3)")]
    [InlineData("fc,rnn,fc", "Two layers are called 'fc'")]
    public void Layers_that_are_taken_have_to_be_there_once(string take, string expected)
    {
        using var folder = new Folder();
        string path = folder.Write("m.npz", [.. Tensors.Gru("rnn", 2, 3), .. Tensors.Linear("fc", 3, 2)]);
        Assert.Contains(expected, Assert.Throws<ImportException>(() => ModelImport.Load(path, new() { Take = take.Split(',') })).Message, StringComparison.Ordinal);
    }
}
