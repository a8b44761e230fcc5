using System.Text.Json;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Quantization;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary><c>ghostgen inspect</c>.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Layers_and_costs_are_those_of_the_model()
    {
        string path = folder.Usual();
        ModelShape shape = ModelFile.Load(path).Shape;
        JsonElement json = ToolRun.Of("inspect", path, "--json").Json();
        Assert.Equal("small", json.GetProperty("name").GetString());
        Assert.Equal("GhostJson", json.GetProperty("format").GetString());
        Assert.Equal(shape.Parameters, json.GetProperty("parameters").GetInt64());
        Assert.Equal(shape.MultiplyAdds, json.GetProperty("multiplyAdds").GetInt64());
        Assert.Equal(shape.StateSize, json.GetProperty("state").GetInt32());
        JsonElement[] layers = [.. json.GetProperty("layers").EnumerateArray()];
        Assert.Equal(["rnn", "head"], layers.Select(static layer => layer.GetProperty("name").GetString()));
        Assert.Equal(shape.Layers[0].Parameters, layers[0].GetProperty("parameters").GetInt64());
        Assert.Equal("ratio 2: 6 intrinsic, 6 ghosts; dense cheap map, tanh; reset after the product", layers[0].GetProperty("options").GetString());
    }

    [Theory]
    [InlineData(Precision.Float32)]
    [InlineData(Precision.BFloat16)]
    [InlineData(Precision.Int8)]
    [InlineData(Precision.Int8Wide)]
    [InlineData(Precision.Integer)]
    public void Bytes_and_errors_are_those_that_a_compiled_class_says(Precision precision)
    {
        ModelManifest manifest = RandomModels.Manifest(new("sizes", new(new LayerShape[] { new GhostGruShape("rnn", 20, 60), new DenseShape("head", 60, 9) })));
        ModelInfo info = Compiling.CompiledModel.CompileAll([new("sizes", manifest, Precision: precision)])[0].Create().Info;
        JsonElement json = ToolRun.Of("inspect", folder.Save(manifest), "--json").Json();
        JsonElement entry = json.GetProperty("precisions").EnumerateArray().Single(entry => entry.GetProperty("precision").GetString() == precision.ToString());
        Assert.Equal(info.WeightBytes, entry.GetProperty("bytes").GetInt64());
        Assert.Equal(
            QuantizationReport.Of(manifest, info.Shape).Select(static layer => layer.ExpectedError),
            entry.GetProperty("layers").EnumerateArray().Select(static layer => layer.GetProperty("expectedError").GetDouble()));
    }

    [Fact]
    public void Blocks_of_zeros_that_a_compiled_class_leaves_out_are_not_counted()
    {
        ModelManifest manifest = PrunedCases.All[0].Manifest;
        ModelInfo info = Compiling.CompiledModel.Compile(manifest).Create().Info;
        JsonElement json = ToolRun.Of("inspect", folder.Save(manifest), "--json").Json();
        Assert.Equal(info.WeightBytes, json.GetProperty("precisions")[0].GetProperty("bytes").GetInt64());
        Assert.NotEqual(0, json.GetProperty("sparse").GetArrayLength());
        Assert.Contains(json.GetProperty("tensors").EnumerateArray(), static tensor => tensor.GetProperty("zeroBlocks") is { ValueKind: JsonValueKind.Number } count && count.GetInt32() > 0);
    }

    [Fact]
    public void Ghosts_are_compared_with_the_plain_layer_of_their_sizes()
    {
        JsonElement json = ToolRun.Of("inspect", folder.Usual(), "--json").Json();
        Assert.True(json.GetProperty("hasGhosts").GetBoolean());
        JsonElement[] rows = [.. json.GetProperty("ghosts").EnumerateArray()];
        Assert.Equal(["rnn", null], rows.Select(static row => row.GetProperty("layer").GetString()));
        var plain = new GruShape("rnn", 5, 12);
        var ghost = new GhostGruShape("rnn", 5, 12);
        Assert.Equal(plain.Parameters, rows[0].GetProperty("plain").GetProperty("parameters").GetInt64());
        Assert.Equal(ghost.Parameters, rows[0].GetProperty("ghost").GetProperty("parameters").GetInt64());
        Assert.Equal(1 - ((double)ghost.Parameters / plain.Parameters), rows[0].GetProperty("savedParameters").GetDouble(), 12);
        Assert.Equal(plain.Parameters + 39, rows[1].GetProperty("plain").GetProperty("parameters").GetInt64());
    }

    [Fact]
    public void A_plain_model_is_told_what_ghosts_would_save()
    {
        string path = folder.Model(new GruShape("rnn", 5, 12) { Reset = ResetForm.BeforeProduct });
        JsonElement json = ToolRun.Of("inspect", path, "--json").Json();
        Assert.False(json.GetProperty("hasGhosts").GetBoolean());
        Assert.Equal(2, json.GetProperty("ghosts")[0].GetProperty("ratio").GetDouble());
        Assert.Contains("No ghosts: what ghost_gru layers of the same sizes would save", ToolRun.Of("inspect", path).Good().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("plain", ToolRun.Of("inspect", folder.Model(new DenseShape("head", 3, 2))).Good().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_are_summed_up()
    {
        var layer = new DenseShape("head", 4, 2) { Bias = false };
        string path = folder.Save(new(new("weights", new(new LayerShape[] { layer })), new Dictionary<string, float[]> { ["head.weight"] = [-2, 0, 0, 1, 1, 1, 1, 2] }));
        JsonElement tensor = ToolRun.Of("inspect", path, "--json").Json().GetProperty("tensors")[0];
        Assert.Equal([2, 4], tensor.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt32()));
        Assert.Equal(-2, tensor.GetProperty("minimum").GetSingle());
        Assert.Equal(2, tensor.GetProperty("maximum").GetSingle());
        Assert.Equal(0.5, tensor.GetProperty("mean").GetDouble());
        Assert.Equal(Math.Sqrt(10.0 / 8), tensor.GetProperty("standardDeviation").GetDouble(), 12);
        Assert.Equal(2, tensor.GetProperty("zeros").GetInt32());

        // 21 parts of [-2, 2]: 0 in the middle one, 1 in the sixteenth.
        int[] histogram = [.. tensor.GetProperty("histogram").EnumerateArray().Select(static count => count.GetInt32())];
        Assert.Equal(21, histogram.Length);
        Assert.Equal((1, 2, 4, 1), (histogram[0], histogram[10], histogram[15], histogram[20]));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_screen_fits_a_terminal(int width)
    {
        string output = ToolRun.InTerminal(width, "inspect", folder.Usual()).Good().Output;
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, width));

        // No number or sparkline is broken in two.
        Assert.Matches(@"\n  weight_ih +18x5 +-0\.\d{3} +0\.\d{3} +0\.\d{3} +0 %  [ ▁-█]{1,21} *\n", output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void What_goes_to_a_file_is_not_cut_and_is_the_same_each_time()
    {
        string path = folder.Usual();
        string output = ToolRun.Of("inspect", path).Good().Output;
        Assert.Contains("ratio 2: 6 intrinsic, 6 ghosts; dense cheap map, tanh; reset after the product", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(output, ToolRun.Of("inspect", path).Good().Output);
    }
}
