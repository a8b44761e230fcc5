using GhostGen.Generator.Tests.Support;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

public sealed class MemberRuleTests
{
    [Theory]
    [InlineData("Step")]
    [InlineData("State")]
    [InlineData("Info")]
    [InlineData("Load")]
    [InlineData("InputSize")]
    public Task A_class_cannot_have_the_name_of_a_generated_member(string name) => Analysis.Expect(
        "GHOST008", $"using GhostGen; [GhostModel, Gru(1, 8)] partial class [|{name}|] {{ }}", $"'{name}'");

    [Theory]
    [InlineData("public void [|Step|](int count) { }", "Step")]
    [InlineData("private int [|State|];", "State")]
    [InlineData("public const int [|InputSize|] = 3;", "InputSize")]
    [InlineData("public event System.Action [|Reset|] { add { } remove { } }", "Reset")]
    [InlineData("public int [|Info|] { get; set; }", "Info")]
    [InlineData("private sealed class [|Run|] { }", "Run")]
    [InlineData("public static void [|Load|]() { }", "Load")]
    [InlineData("private float[] [|modelMemory|] = [];", "modelMemory")]
    [InlineData("GhostGen.ModelInfo IStreamingModel.[|Info|] => null!;", "IStreamingModel.Info")]
    [InlineData("void IStreamingModel.[|Reset|]() { }", "IStreamingModel.Reset")]
    public Task A_member_cannot_have_the_name_of_a_generated_one(string member, string name) => Analysis.Expect(
        "GHOST009", $"using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp {{ {member} }}", "'Amp'", $"'{name}'");

    [Theory]
    [InlineData("public void Step() { }")]
    [InlineData("protected int Step;")]
    [InlineData("internal int Step { get; set; }")]
    [InlineData("private protected static void Step() { }")]
    public Task An_inherited_member_cannot_have_the_name_of_a_generated_one(string member) => Analysis.Expect(
        "GHOST010", $"using GhostGen; [GhostModel, Gru(1, 8)] partial class [|Amp|] : Middle {{ }} class Middle : Above {{ }} class Above {{ {member} }}", "'Amp'", "'Step'", "'Above'");

    [Fact]
    public Task A_model_cannot_derive_from_a_model() => Analysis.Expect(
        "GHOST010", "using GhostGen; [GhostModel, Gru(1, 8)] partial class [|Amp|] : Above { protected Amp(int x) : this(LoadWeights(null!)) { } } [GhostModel, Gru(1, 8)] partial class Above { public Above() : this(LoadWeights(null!)) { } }", "'Amp'", "'Above'");

    [Theory]
    [InlineData("public [|Amp|]() { }")]
    [InlineData("public [|Amp|](int channel) { }")]
    [InlineData("public [|Amp|](int channel) : base() { }")]
    public Task A_constructor_of_a_loading_model_has_to_pass_weights_on(string constructor) => Analysis.Expect(
        "GHOST011", $"using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp {{ {constructor} }}", "'Amp'", "this(weights)", "[GhostModel]");

    [Fact]
    public Task A_loading_model_cannot_have_a_primary_constructor() => Analysis.Expect(
        "GHOST011", "using GhostGen; [GhostModel, Gru(1, 8)] partial class [|Amp|](int channel) { public int Channel => channel; }", "'Amp'");

    [Fact]
    public Task A_loading_model_cannot_declare_the_generated_constructor() => Analysis.Expect(
        "GHOST012", "using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp { public [|Amp|](GhostGen.Kernels.PackedWeights weights) { } }", "'Amp'", "this(weights)");

    [Theory]
    [InlineData("protected Above(int count) { }")]
    [InlineData("private Above() { } public Above(int count) { }")]
    public Task The_base_class_of_a_loading_model_needs_a_constructor_without_parameters(string constructors) => Analysis.Expect(
        "GHOST013", $"using GhostGen; [GhostModel, Gru(1, 8)] partial class [|Amp|] : Above {{ }} class Above {{ {constructors} }}", "'Amp'", "'Above'");

    [Fact]
    public Task A_loading_model_cannot_have_a_required_member() => Analysis.Expect(
        "GHOST014", "using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp { public required int [|Channel|] { get; init; } }", "'Amp'", "'Channel'", "'required'");

    [Fact]
    public Task A_loading_model_cannot_inherit_a_required_member() => Analysis.Expect(
        "GHOST014", "using GhostGen; [GhostModel, Gru(1, 8)] partial class [|Amp|] : Above { } class Above { public required int Channel; }", "'Above'", "'Channel'");

    [Theory]
    [InlineData("public Amp(int channel) : this(LoadWeights(default(GhostGen.Manifests.ModelManifest)!)) { }")]
    [InlineData("public Amp(PackedWeights weights) : this(LoadWeights(default(GhostGen.Manifests.ModelManifest)!)) { } public sealed class PackedWeights { }")]
    [InlineData("static Amp() { }")]
    [InlineData("private int CompiledWeights;")]
    [InlineData("public void StepAll() { } public int StateOf(int i) => i;")]
    public Task A_loading_model_can_have_other_members(string member) =>
        Analysis.ExpectNothing([$"using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp {{ {member} }}"]);

    [Theory]
    [InlineData("class Above { private void Step() { } }")]
    [InlineData("class Above { protected Above(int count = 3) { } }")]
    [InlineData("abstract class Above { protected Above() { } public virtual void Other() { } }")]
    public Task A_loading_model_can_have_a_base_class(string above) =>
        Analysis.ExpectNothing([$"using GhostGen; [GhostModel, Gru(1, 8)] partial class Amp : Above {{ }} {above}"]);
}
