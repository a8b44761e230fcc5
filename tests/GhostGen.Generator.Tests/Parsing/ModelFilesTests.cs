using GhostGen.Generator.Parsing;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Parsing;

public sealed class ModelFilesTests
{
    [Theory]
    [InlineData("/app/kws.ghost.json", null, true)]
    [InlineData("/app/KWS.GHOST.JSON", null, true)]
    [InlineData("/app/kws.json", "GhostModel", true)]
    [InlineData("/app/kws", "GhostModel", true)]
    [InlineData("/app/kws.json", null, false)]
    [InlineData("/app/kws.json", "AdditionalFiles", false)]
    [InlineData("/app/kwsghost.json", null, false)]
    [InlineData("/app/kws.ghost.json.png", null, false)]
    public void A_model_file_is_an_item_or_has_the_extension(string path, string? group, bool expected)
    {
        var file = new MemoryText(path, "");
        var options = new MemoryOptions(group is null ? new Dictionary<string, string>() : new() { [path] = group });
        Assert.Equal(expected, ModelFiles.IsModelFile(file, options.GetOptions(file)));
    }

    [Fact]
    public async Task The_text_of_other_files_is_never_asked_for()
    {
        var picture = new MemoryText("/app/picture.png", null);
        await Analysis.Run(Compilations.Create("using GhostGen; [GhostModel(\"small.ghost.json\")] partial class A { }"), [picture, SmallModel.At("/app/small.ghost.json")]);
        Assert.Equal(0, picture.Reads);
    }

    [Theory]
    [InlineData("kws.ghost.json", "/app/kws.ghost.json")]
    [InlineData("kws.ghost.json", "C:\\app\\kws.ghost.json")]
    [InlineData("a/kws.ghost.json", "C:\\app\\a\\kws.ghost.json")]
    [InlineData("a\\kws.ghost.json", "/app/a/kws.ghost.json")]
    [InlineData("./kws.ghost.json", "/app/kws.ghost.json")]
    [InlineData(".\\a/kws.ghost.json", "a/kws.ghost.json")]
    [InlineData("/app/kws.ghost.json", "/app/kws.ghost.json")]
    [InlineData("kws.ghost.json", "kws.ghost.json")]
    [InlineData("models/kws/", "/app/models/kws")]
    public void A_name_matches_the_end_of_a_path(string name, string path)
    {
        FileMatch match = ModelFiles.Match(name, ["/x/other.ghost.json", path]);
        Assert.Equal(path, match.Found);
        Assert.False(match.IsAmbiguous);
    }

    [Theory]
    [InlineData("ws.ghost.json", "/app/kws.ghost.json")]
    [InlineData("app/kws.ghost.json", "/myapp/kws.ghost.json")]
    [InlineData("kws.ghost", "/app/kws.ghost.json")]
    [InlineData("KWS.ghost.json", "/app/kws.ghost.json")]
    [InlineData("x/app/kws.ghost.json", "app/kws.ghost.json")]
    public void A_name_does_not_match_part_of_a_segment(string name, string path)
    {
        FileMatch match = ModelFiles.Match(name, [path]);
        Assert.Null(match.Found);
        Assert.False(match.IsAmbiguous);
    }

    [Fact]
    public void A_name_can_match_several_files_but_not_one_file_twice()
    {
        FileMatch match = ModelFiles.Match("kws.ghost.json", ["/b/kws.ghost.json", "/a/kws.ghost.json", "/b/kws.ghost.json"]);
        Assert.True(match.IsAmbiguous);
        Assert.Null(match.Found);
        Assert.Equal(["/a/kws.ghost.json", "/b/kws.ghost.json"], match.Paths);
        Assert.Equal("/b/kws.ghost.json", ModelFiles.Match("b/kws.ghost.json", match.Paths).Found);
    }

    [Fact]
    public void A_file_is_equal_to_another_with_the_same_path_and_text()
    {
        ModelFileSpec spec = Read("/a.ghost.json", SmallModel.Text);
        Assert.NotNull(spec.Manifest);
        Assert.Null(spec.Defect);
        Assert.Equal(spec, Read("/a.ghost.json", SmallModel.Text));
        Assert.Equal(spec.GetHashCode(), Read("/a.ghost.json", SmallModel.Text).GetHashCode());
        Assert.NotEqual(spec, Read("/b.ghost.json", SmallModel.Text));
        Assert.NotEqual(spec, Read("/a.ghost.json", SmallModel.Text.Replace("AAAAPw==", "AAAAvw==", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_text_is_read_once()
    {
        MemoryText file = SmallModel.At("/a.ghost.json");
        Assert.Same(ModelFiles.Read(file, MemoryOptions.None, CancellationToken.None), ModelFiles.Read(file, MemoryOptions.None, CancellationToken.None));
    }

    [Fact]
    public void A_text_under_two_paths_is_two_files()
    {
        MemoryText file = SmallModel.At("/a.ghost.json");
        var same = new SameText("/b.ghost.json", file);
        Assert.Equal("/a.ghost.json", ModelFiles.Read(file, MemoryOptions.None, CancellationToken.None).Path);
        Assert.Equal("/b.ghost.json", ModelFiles.Read(same, MemoryOptions.None, CancellationToken.None).Path);
        Assert.Equal("/a.ghost.json", ModelFiles.Read(file, MemoryOptions.None, CancellationToken.None).Path);
    }

    [Theory]
    [InlineData(null, "/app/obj/kws.safetensors.ghost.json")]
    [InlineData("", "/app/obj/kws.safetensors.ghost.json")]
    [InlineData("/app/models/kws.safetensors", "/app/models/kws.safetensors")]
    [InlineData("/C|23/a|3Bb|7C3B.npz", "/C#/a;b|3B.npz")]
    public void A_converted_file_is_called_as_what_it_was_converted_from(string? source, string expected)
    {
        MemoryText file = SmallModel.At("/app/obj/kws.safetensors.ghost.json");
        var sources = new Dictionary<string, string>();
        if (source is not null)
        {
            sources[file.Path] = source;
        }

        ModelFileSpec spec = ModelFiles.Read(file, new MemoryOptions(new Dictionary<string, string>(), sources).GetOptions(file), CancellationToken.None);
        Assert.Equal(expected, spec.Path);
        Assert.NotNull(spec.Manifest);
    }

    [Fact]
    public void A_file_with_a_defect_has_no_model()
    {
        ModelFileSpec spec = Read("/a.ghost.json", "{\n \"format\": 3 }");
        Assert.Null(spec.Manifest);
        Assert.Equal(ModelDefect.WrongType, spec.Defect!.Kind);
        Assert.Equal((2, 12), (spec.Defect.Line, spec.Defect.Column));
    }

    [Fact]
    public void A_file_that_cannot_be_read_has_neither()
    {
        ModelFileSpec spec = ModelFiles.Read(new MemoryText("/a.ghost.json", null), MemoryOptions.None, CancellationToken.None);
        Assert.Null(spec.Manifest);
        Assert.Null(spec.Defect);
    }

    private static ModelFileSpec Read(string path, string text) => ModelFiles.Read(new MemoryText(path, text), MemoryOptions.None, CancellationToken.None);

    private sealed class SameText(string path, AdditionalText other) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) => other.GetText(cancellationToken);
    }
}
