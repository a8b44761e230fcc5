using GhostGen.Importing.Numpy;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Cli.Tests;

/// <summary><c>ghostgen convert</c>.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_model_file_is_written_with_the_same_weights()
    {
        string source = folder.Usual();
        string target = folder.PathOf("copy.ghost.json");
        string output = ToolRun.Of("convert", source, target).Good().Output;
        Assert.StartsWith($"{target}: 'small', 2 layers, ", output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(target));
    }

    [Fact]
    public void The_result_can_be_had_as_json()
    {
        string source = folder.Usual();
        string target = folder.PathOf("copy.ghost.json");
        var json = ToolRun.Of("convert", source, target, "--json").Json();
        Assert.Equal(target, json.GetProperty("to").GetString());
        Assert.Equal(new FileInfo(target).Length, json.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public void A_model_does_not_overwrite_itself()
    {
        string source = folder.Usual();
        Assert.Contains("this is the file that is read", ToolRun.Of("convert", source, source).Refusal(), StringComparison.Ordinal);
        Assert.NotEmpty(ModelFile.Load(source).Shape.Name);
    }

    [Theory]
    [InlineData("small.safetensors")]
    [InlineData("small.npz")]
    public void There_and_back_the_model_is_the_same(string between)
    {
        string source = folder.Usual();
        ToolRun.Of("convert", source, folder.PathOf(between)).Good();
        ToolRun.Of("convert", folder.PathOf(between), folder.PathOf("back.ghost.json")).Good();
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(folder.PathOf("back.ghost.json")));
    }

    [Fact]
    public void Rtneural_gets_a_plain_gru()
    {
        string source = folder.Model(new GruShape("rnn", 2, 4), new DenseShape("head", 4, 1));
        ToolRun.Of("convert", source, folder.PathOf("amp.json")).Good();
        Assert.Equal("RtNeural", ToolRun.Of("inspect", folder.PathOf("amp.json"), "--json").Json().GetProperty("format").GetString());
        Assert.StartsWith("ghostgen: ", ToolRun.Of("convert", folder.Usual(), folder.PathOf("ghost.json")).Refusal(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("ghost.json")));
    }

    [Fact]
    public void What_a_source_does_not_say_can_be_said()
    {
        string source = folder.PathOf("plain.npz");
        ModelManifest manifest = ModelFile.Load(folder.Usual());
        using (FileStream stream = File.Create(source))
        {
            NumpyArchive.Write(new(source, [new("fc.weight", [3, 12], manifest.Tensor(manifest.Shape.Layers[1], "weight")), new("fc.bias", [3], new float[3])], KeepsOrder: true), stream);
        }

        string labels = folder.Text("labels.txt", "a\nb\nc\n\n");
        string target = folder.PathOf("said.ghost.json");
        ToolRun.Of("convert", source, target, "--take", "fc", "--activation", "fc=Sigmoid", "--labels", labels, "--name", "said").Good();
        ModelManifest converted = ModelFile.Load(target);
        Assert.Equal("said", converted.Shape.Name);
        Assert.Equal(["a", "b", "c"], converted.Labels);
        Assert.Equal(Activation.Sigmoid, Assert.IsType<DenseShape>(Assert.Single(converted.Shape.Layers)).Activation);
    }

    [Fact]
    public void A_name_of_no_format_is_refused() =>
        Assert.Contains("no format that is written has this name", ToolRun.Of("convert", folder.Usual(), folder.PathOf("model.pb")).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_is_none_is_refused() =>
        Assert.Contains("there is no such folder as", ToolRun.Of("convert", folder.Usual(), Path.Combine(folder.PathOf("none"), "model.npz")).Refusal(), StringComparison.Ordinal);
}
