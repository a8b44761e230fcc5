using GhostGen.Generator.Tests.Support;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

public sealed class ValidFormTests
{
    [Theory]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp { }")]
    [InlineData("[GhostModel, Gru(1, 8)] internal sealed partial class Amp { }")]
    [InlineData("[GhostModel()] [Gru(1, 8)] [Dense(1)] public partial class Amp { }")]
    [InlineData("[GhostModelAttribute, GruAttribute(hidden: 8, input: 1)] public unsafe partial class Amp { }")]
    [InlineData("[GhostGen.GhostModel, global::GhostGen.Dense(3, 2, Activation = Activation.Softmax, Bias = false)] partial class Amp { }")]
    [InlineData("[GhostModel, GhostGru(input: 10, hidden: 154, Ratio = 2), Dense(12, Activation = Activation.Softmax)] partial class Amp { }")]
    [InlineData("[GhostModel, GhostGru(10, 12, Ratio = 1.5, Cheap = CheapMap.Grouped, Groups = 4, CheapBias = false, CheapActivation = Activation.None, Reset = ResetForm.BeforeProduct)] partial class Amp { }")]
    [InlineData("[GhostModel, GhostGru(10, 12, Ratio = 1, Cheap = CheapMap.Diagonal, CheapActivation = Activation.Relu, Reset = ResetForm.AfterWholeProduct, Name = null)] partial class Amp { }")]
    [InlineData("[GhostModel, Gru(24, 24, Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu, Name = \"vad\"), Gru(24, 8)] partial class Amp { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class @class { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Größe名 { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp : Above, System.IDisposable { public void Dispose() { } } class Above { }")]
    [InlineData("[GhostModel, Gru(1, 8)] partial class Amp : GhostGen.IStreamingModel { }")]
    [InlineData("public partial class A { private partial struct B { internal partial interface C { public partial record D { partial record struct E { [GhostModel, Gru(1, 8)] private protected partial class Amp { } } } } } }")]
    [InlineData("static partial class A { ref partial struct B { [GhostModel, Gru(1, 8)] private sealed partial class Amp { } } }")]
    [InlineData("class Amp { } struct B { } interface C { } enum D { E } delegate void F(); record G; namespace H { }")]
    [InlineData("class GruAttribute : System.Attribute { } [Gru] class Amp { }")]
    public Task A_valid_form_is_silent(string source) => Analysis.ExpectNothing(["using GhostGen;\n" + source]);

    [Fact]
    public Task A_class_can_stand_in_several_files() => Analysis.ExpectNothing(
    [
        "using GhostGen; namespace A.@namespace; [GhostModel] public partial class Amp { }",
        "using GhostGen; namespace A.@namespace; [Gru(1, 8)] [Dense(1)] partial class Amp { }",
        "namespace A.@namespace; partial class Amp : System.IDisposable { public void Dispose() { } }",
    ]);

    [Fact]
    public Task One_name_in_two_namespaces_is_two_models() => Analysis.ExpectNothing(
        ["using GhostGen; namespace A { [GhostModel, Gru(1, 8)] partial class Amp { } } namespace B { [GhostModel, Gru(1, 9)] partial class Amp { } }"]);
}
