using GhostGen.Manifests;
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
}
