using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Tests.Manifests;

public sealed class ModelManifestTests
{
    [Fact]
    public void A_missing_tensor_is_named() =>
        AssertRefused(static tensors => tensors.Remove("gru1.weight_hh"), "tensors", "'gru1.weight_hh' is missing; layer 'gru1' (gru) needs it, with the shape [6, 2]");

    [Fact]
    public void A_tensor_that_is_null_is_missing() =>
        AssertRefused(static tensors => tensors["gru1.weight_hh"] = null!, "tensors", "'gru1.weight_hh' is missing");

    [Fact]
    public void An_unknown_tensor_is_named() =>
        AssertRefused(static tensors => tensors.Add("gru1.bias_hh", new float[6]), "tensors", "'gru1.bias_hh' belongs to no layer");

    [Fact]
    public void A_tensor_of_the_wrong_length_is_named_with_both_lengths() =>
        AssertRefused(static tensors => tensors["dense2.bias"] = new float[3], "tensors", "'dense2.bias' has 3 elements; its shape [2] has 2");

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "an infinity")]
    [InlineData(float.NegativeInfinity, "an infinity")]
    public void A_value_that_is_not_finite_is_named_with_its_index(float value, string words) =>
        AssertRefused(tensors => tensors["dense2.weight"] = [0, 0, value, 0], "tensors", $"'dense2.weight' has {words} at index 2 (row 1, column 0)");

    [Fact]
    public void A_vectors_index_has_no_row() =>
        AssertRefused(static tensors => tensors["dense2.bias"] = [0, float.NaN], "tensors", "NaN at index 1;");

    [Fact]
    public void A_shape_that_breaks_a_rule_is_refused()
    {
        ModelShape shape = new("x", new([new DenseShape("d", 0, 1)]));
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ModelManifest(shape, new Dictionary<string, float[]>()));
        Assert.Contains("Layer 'd': The input size is 0", exception.Message, StringComparison.Ordinal);
        Assert.Equal("shape", exception.ParamName);
    }

    [Fact]
    public void A_label_too_few_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(static () => SmallModel.WithTexts(SmallModel.Manifest, ["yes"], []));
        Assert.Contains("1 labels and 2 outputs", exception.Message, StringComparison.Ordinal);
        Assert.Equal("labels", exception.ParamName);
    }

    [Fact]
    public void Texts_that_no_file_can_hold_are_refused()
    {
        Assert.Equal("labels", Assert.Throws<ArgumentException>(static () => SmallModel.WithTexts(SmallModel.Manifest, ["yes", "\ud83c"], [])).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(static () => SmallModel.WithTexts(SmallModel.Manifest, ["yes", null!], [])).ParamName);
        Assert.Equal("metadata", Assert.Throws<ArgumentException>(static () => SmallModel.WithTexts(SmallModel.Manifest, [], new() { ["\udfa7"] = "" })).ParamName);
        Assert.Equal("metadata", Assert.Throws<ArgumentException>(static () => SmallModel.WithTexts(SmallModel.Manifest, [], new() { ["key"] = "a\ud83cb" })).ParamName);
        ModelShape shape = SmallModel.Shape with { Name = "\udfa7\ud83c" };
        Assert.Equal("shape", Assert.Throws<ArgumentException>(() => new ModelManifest(shape, SmallModel.Tensors(SmallModel.Manifest))).ParamName);
    }

    [Fact]
    public void Labels_and_metadata_are_copied()
    {
        string[] labels = ["yes", "no"];
        Dictionary<string, string> metadata = new() { ["key"] = "value" };
        ModelManifest manifest = SmallModel.WithTexts(SmallModel.Manifest, labels, metadata);
        labels[0] = "changed";
        metadata.Clear();
        Assert.Equal("yes", manifest.Labels[0]);
        Assert.Equal("value", manifest.Metadata["key"]);
    }

    [Fact]
    public void A_tensor_that_a_layer_has_not_is_named()
    {
        KeyNotFoundException exception = Assert.Throws<KeyNotFoundException>(static () => SmallModel.Manifest.Tensor(SmallModel.Shape.Layers[1], TensorNames.BiasHidden));
        Assert.Contains("Layer 'gru1' (gru) of model 'small' has no tensor 'bias_hh'", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(Action<Dictionary<string, float[]>> damage, string parameter, string words)
    {
        Dictionary<string, float[]> tensors = SmallModel.Tensors(SmallModel.Manifest);
        damage(tensors);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ModelManifest(SmallModel.Shape, tensors));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Equal(parameter, exception.ParamName);
    }
}
