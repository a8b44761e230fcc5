using GhostGen.Generator.Tests.Support;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

public sealed class ClassRuleTests
{
    [Fact]
    public Task A_class_has_to_be_partial() => Analysis.Expect(
        "GHOST001", "using GhostGen; [GhostModel, Gru(1, 8)] class [|Amp|] { }", "'Amp'", "'partial'");

    [Fact]
    public Task The_types_around_a_class_have_to_be_partial() => Analysis.Expect(
        "GHOST002", "using GhostGen; partial class A { struct [|B|] { [GhostModel, Gru(1, 8)] partial class Amp { } } }", "'B'", "'Amp'", "'partial'");

    [Theory]
    [InlineData("partial record", "record")]
    [InlineData("partial record class", "record")]
    [InlineData("partial record struct", "record struct")]
    [InlineData("partial struct", "struct")]
    [InlineData("partial interface", "interface")]
    public Task A_model_has_to_be_a_plain_class(string declaration, string kind) => Analysis.Expect(
        "GHOST003", $"using GhostGen; [GhostModel, Gru(1, 8)] {declaration} [|Amp|] {{ }}", "'Amp' is a " + kind + ";");

    [Fact]
    public Task A_class_cannot_be_static() => Analysis.Expect(
        "GHOST004", "using GhostGen; [GhostModel, Gru(1, 8)] static partial class [|Amp|] { }", "'Amp'", "'static'");

    [Fact]
    public Task A_class_cannot_be_abstract() => Analysis.Expect(
        "GHOST005", "using GhostGen; [GhostModel, Gru(1, 8)] abstract partial class [|Amp|] { }", "'Amp'", "'abstract'");

    [Fact]
    public Task A_class_cannot_be_generic() => Analysis.Expect(
        "GHOST006", "using GhostGen; [GhostModel, Gru(1, 8)] partial class [|Amp|]<T> { }", "'Amp'");

    [Fact]
    public Task A_class_cannot_lie_in_a_generic_type() => Analysis.Expect(
        "GHOST006", "using GhostGen; partial class A<T> { partial class B { [GhostModel, Gru(1, 8)] partial class [|Amp|] { } } }", "'Amp'", "'A'");

    [Fact]
    public Task A_class_cannot_be_file_local() => Analysis.Expect(
        "GHOST007", "using GhostGen; [GhostModel, Gru(1, 8)] file partial class [|Amp|] { }", "'Amp'");

    [Fact]
    public Task A_class_cannot_lie_in_a_file_local_type() => Analysis.Expect(
        "GHOST007", "using GhostGen; file partial class A { [GhostModel, Gru(1, 8)] partial class [|Amp|] { } }", "'Amp'", "'A'");
}
