using GhostGen.Generator.Tests.Support;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

public sealed class LayerRuleTests
{
    [Fact]
    public Task A_model_needs_a_file_or_layers() => Analysis.Expect(
        "GHOST020", "using GhostGen; [[|GhostModel|]] partial class Amp { }", "'Amp'", "[GhostModel(\"name.ghost.json\")]");

    [Fact]
    public Task Layers_without_a_model_do_nothing() => Analysis.Expect(
        "GHOST021", "using GhostGen; [[|Gru(1, 8)|], Dense(1)] class Amp { }", "'Amp'", "[GhostModel]");

    [Fact]
    public Task Layers_cannot_stand_on_several_parts() => Analysis.Expect(
        "GHOST022", "using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp { } [[|Dense(1)|]] partial class Amp { }", "'Amp'");

    [Fact]
    public Task The_first_layer_has_to_state_its_input() => Analysis.Expect(
        "GHOST023", "using GhostGen; [GhostModel] [[|Gru(8)|]] [Dense(1)] partial class Amp { }", "'gru0'", "input: 10");

    [Fact]
    public Task A_stated_input_has_to_be_what_the_layer_before_writes() => Analysis.Expect(
        "GHOST024", "using GhostGen; [GhostModel, Gru(1, 8), Dense([|input: 9|], units: 1)] partial class Amp { }", "'dense1'", "'gru0'", "8", "9");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"1st\"")]
    [InlineData("\"gr\\u00fc\"")]
    public Task A_name_has_to_be_an_identifier(string name) => Analysis.Expect(
        "GHOST025", $"using GhostGen; [GhostModel, Gru(1, 8, [|Name = {name}|])] partial class Amp {{ }}", "letter");

    [Fact]
    public Task Names_have_to_differ() => Analysis.Expect(
        "GHOST026", "using GhostGen; [GhostModel, Gru(1, 8, Name = \"a\"), Dense(1, [|Name = \"a\"|])] partial class Amp { }", "'a'");

    [Fact]
    public Task A_default_name_can_be_taken() => Analysis.Expect(
        "GHOST026", "using GhostGen; [GhostModel, Gru(1, 8, Name = \"dense1\"), [|Dense(1)|]] partial class Amp { }", "'dense1'");

    [Fact]
    public Task There_cannot_be_more_layers_than_are_supported()
    {
        string most = string.Concat(Enumerable.Repeat(", Dense(1)", 255));
        return Analysis.Expect("GHOST027", $"using GhostGen; [GhostModel, Dense(1, 1){most}, [|Dense(2)|], Dense(3)] partial class Amp {{ }}", "256", "258");
    }
}
