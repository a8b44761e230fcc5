using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

public sealed class FileRuleTests
{
    private static readonly MemoryText Small = SmallModel.At("/app/models/small.ghost.json");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null!")]
    [InlineData("file: null!")]
    public Task A_file_has_to_have_a_name(string name) => Expect(
        "GHOST040", $"using GhostGen; [GhostModel([|{name}|])] partial class Amp {{ }}", "'Amp'", "[GhostModel]");

    [Theory]
    [InlineData("other.ghost.json")]
    [InlineData("Small.ghost.json")]
    [InlineData("all.ghost.json")]
    [InlineData("elsewhere/small.ghost.json")]
    public Task A_file_has_to_be_in_the_project(string name) => Expect(
        "GHOST041", $"using GhostGen; [GhostModel([|\"{name}\"|])] partial class Amp {{ }}", $"'{name}'", "'/app/models/small.ghost.json'", "<GhostModel Include");

    [Fact]
    public Task A_project_without_model_files_is_told_so() => Analysis.Expect(
        "GHOST041", "using GhostGen; [GhostModel([|\"small.ghost.json\"|])] partial class Amp { }", "it has no model files");

    [Fact]
    public Task A_project_with_many_model_files_is_not_told_all() => Analysis.Expect(
        "GHOST041",
        ["using GhostGen; [GhostModel([|\"small.ghost.json\"|])] partial class Amp { }"],
        [.. Enumerable.Range(10, 13).Select(static i => SmallModel.At($"/app/{i}.ghost.json"))],
        "'/app/10.ghost.json', ",
        "'/app/17.ghost.json' and 5 more;");

    [Theory]
    [InlineData("small.safetensors", true)]
    [InlineData("models/small.safetensors", true)]
    [InlineData("small.safetensors.ghost.json", false)]
    public async Task A_model_that_the_build_has_converted_is_found_by_the_name_of_its_source(string name, bool found)
    {
        MemoryText text = SmallModel.At("/app/obj/ghostgen/models/small.safetensors.ghost.json");
        var options = new MemoryOptions(new Dictionary<string, string>(), new Dictionary<string, string> { [text.Path] = "/app/models/small.safetensors" });
        IReadOnlyList<Diagnostic> diagnostics = await Analysis.Run(Compilations.Create($"using GhostGen; [GhostModel(\"{name}\")] partial class Amp {{ }}"), [text], options);
        if (found)
        {
            Assert.Empty(diagnostics);
        }
        else
        {
            Diagnostic diagnostic = Assert.Single(diagnostics);
            Assert.Equal("GHOST041", diagnostic.Id);
            Analysis.AssertMessage(diagnostic, "its model files are '/app/models/small.safetensors';");
        }
    }

    [Fact]
    public Task A_name_that_several_files_have_is_ambiguous() => Analysis.Expect(
        "GHOST042",
        ["using GhostGen; [GhostModel([|\"small.ghost.json\"|])] partial class Amp { }"],
        [Small, SmallModel.At("/app/old/small.ghost.json")],
        "'/app/models/small.ghost.json', '/app/old/small.ghost.json'");

    [Theory]
    [InlineData("[|Dense(3, 1)|]", "input size is expected to be 3 and is 2")]
    [InlineData("[|Dense(2, 4)|]", "output size is expected to be 4 and is 1")]
    [InlineData("[|Dense(2, 1, Bias = false)|]", "bias is expected to be False and is True")]
    [InlineData("[|Gru(2, 1)|]", "expected to be gru and is dense")]
    public Task Attributes_and_file_have_to_agree(string layer, string difference) => Expect(
        "GHOST043", $"using GhostGen; [GhostModel(\"small.ghost.json\")] [{layer}] partial class Amp {{ }}", "'small.ghost.json'", difference);

    [Fact]
    public Task Attributes_and_file_have_to_agree_on_the_number_of_layers() => Expect(
        "GHOST043", "using GhostGen; [GhostModel([|\"small.ghost.json\"|]), Dense(2, 1), Dense(1)] partial class Amp { }", "2 layers are expected and 1 are there");

    [Fact]
    public async Task A_model_cannot_have_more_weights_than_can_be_compiled_in()
    {
        var layer = new DenseShape("dense", 1_000_000, 4);
        MemoryText file = Models.File("/app/large.ghost.json", Models.Filled(Models.Shape("a", layer), static _ => 0));
        await Analysis.Expect(
            "GHOST044",
            ["using GhostGen; [GhostModel([|\"large.ghost.json\"|])] partial class Amp { }"],
            [file],
            "'large.ghost.json' has 4,000,004",
            "4,000,000",
            "load");
    }

    [Theory]
    [InlineData("small.ghost.json", "")]
    [InlineData("models/small.ghost.json", "")]
    [InlineData("models\\\\small.ghost.json", "")]
    [InlineData("./models/small.ghost.json", "")]
    [InlineData("/app/models/small.ghost.json", "")]
    [InlineData("small.ghost.json", ", Dense(2, 1, Name = \"another\")")]
    public Task A_file_that_is_found_and_agrees_is_silent(string name, string layers) =>
        Analysis.ExpectNothing([$"using GhostGen; [GhostModel(\"{name}\"){layers}] partial class Amp {{ }}"], [Small]);

    [Theory]
    [InlineData("public Amp(int channel) { }")]
    [InlineData("public required int Channel { get; init; }")]
    [InlineData("public static Amp Load(int channel) => null!;")]
    public Task A_model_with_a_file_is_free_to_construct_itself(string member) =>
        Analysis.ExpectNothing([$"using GhostGen; [GhostModel(\"small.ghost.json\")] partial class Amp {{ {member} }}"], [Small]);

    [Fact]
    public Task A_model_with_a_file_can_have_a_primary_constructor() =>
        Analysis.ExpectNothing(["using GhostGen; [GhostModel(\"small.ghost.json\")] partial class Amp(int channel) { public int Channel => channel; }"], [Small]);

    private static Task Expect(string id, string source, params string[] words) => Analysis.Expect(id, [source], [Small], words);
}
