using GhostGen.Generator.Tests.Support;
using Xunit;

namespace GhostGen.Generator.Tests.Diagnostics;

public sealed class OptionRuleTests
{
    [Theory]
    [InlineData("GHOST030", "Gru([|0|], 8)", "input", "0")]
    [InlineData("GHOST030", "Gru(1, [|-3|])", "hidden", "-3")]
    [InlineData("GHOST030", "Gru([|hidden: int.MaxValue|], input: 1)", "2147483647", "1048576")]
    [InlineData("GHOST030", "GhostGru(1, [|0|])", "hidden", "0")]
    [InlineData("GHOST030", "Dense([|units: 0|], input: 1)", "output", "0")]
    [InlineData("GHOST031", "GhostGru(1, 8, [|Ratio = 0.5|])", "0.5", "from 1")]
    [InlineData("GHOST031", "GhostGru(1, 8, [|Ratio = double.NaN|])", "NaN", "from 1")]
    [InlineData("GHOST031", "GhostGru(1, 8, [|Ratio = double.PositiveInfinity|])", "Infinity", "from 1")]
    [InlineData("GHOST031", "GhostGru(1, 8, [|Ratio = -2|])", "-2", "from 1")]
    [InlineData("GHOST032", "GhostGru(1, 8, [|Cheap = (CheapMap)7|])", "7", "diagonal")]
    [InlineData("GHOST033", "GhostGru(1, 8, Cheap = CheapMap.Grouped, [|Groups = 3|])", "3", "4")]
    [InlineData("GHOST033", "GhostGru(1, 8, Cheap = CheapMap.Grouped, [|Groups = 0|])", "0", "at least 1")]
    [InlineData("GHOST033", "GhostGru(1, 8, [|Groups = 2|])", "2", "grouped")]
    [InlineData("GHOST034", "GhostGru(1, 8, [|CheapActivation = Activation.Softmax|])", "softmax", "tanh")]
    [InlineData("GHOST034", "Gru(1, 8, [|CandidateActivation = Activation.Sigmoid|])", "sigmoid", "relu")]
    [InlineData("GHOST034", "Dense(1, 8, [|Activation = (Activation)(-1)|])", "-1", "softmax")]
    [InlineData("GHOST035", "GhostGru(1, 8, [|Reset = (ResetForm)99|])", "99", "before product")]
    [InlineData("GHOST035", "Gru(1, 8, [|Reset = ResetForm.AfterWholeProduct|])", "whole product", "after product")]
    [InlineData("GHOST039", "Gru(1, 8, [|InputRange = -1.5f|])", "-1.5", "from 2^-60 to 2^60")]
    [InlineData("GHOST039", "GhostGru(1, 8, [|InputRange = float.NaN|])", "NaN", "from 2^-60")]
    [InlineData("GHOST039", "Dense(1, 8, [|InputRange = float.PositiveInfinity|])", "Infinity", "to 2^60")]
    [InlineData("GHOST039", "Dense(1, 8, [|InputRange = 1e-30f|])", "1E-30", "from 2^-60")]
    [InlineData("GHOST036", "[|Dense(1048576, 1048576)|]", "1099512676352", "at most")]
    public Task An_option_out_of_range_is_reported_at_its_argument(string id, string layer, string found, string accepted) =>
        Analysis.Expect(id, $"using GhostGen; [GhostModel, {layer}] partial class Amp {{ }}", found, accepted);

    [Fact]
    public Task Weights_are_counted_over_all_layers() => Analysis.Expect(
        "GHOST036", "using GhostGen; [GhostModel, Dense(8192, 8190), [|Dense(64)|], Dense(1)] partial class Amp { }", "'dense1'");

    [Theory]
    [InlineData("GhostModel([|Accuracy = (ActivationAccuracy)2|])", "2")]
    [InlineData("GhostModel([|Accuracy = (ActivationAccuracy)(-1)|])", "-1")]
    public Task An_unknown_accuracy_is_reported_at_its_argument(string model, string found) => Analysis.Expect(
        "GHOST037", $"using GhostGen; [{model}, Dense(1, 1)] partial class Amp {{ }}", "'Amp'", found, "ActivationAccuracy.Fast");

    [Theory]
    [InlineData("GhostModel([|Precision = (Precision)99|]), Dense(1, 1)", "'Amp'", "99")]
    [InlineData("GhostModel(Precision = Precision.BFloat16), Dense(1, 1), Dense(1, [|Precision = (Precision)(-1)|])", "'dense1'", "-1")]
    public Task An_unknown_precision_is_reported_at_its_argument(string attributes, string owner, string found) => Analysis.Expect(
        "GHOST038", $"using GhostGen; [{attributes}] partial class Amp {{ }}", owner, found, "Precision.BFloat16");

    [Fact]
    public async Task Each_layer_is_reported_and_what_follows_from_a_mistake_is_not()
    {
        var diagnostics = await Analysis.Run(Compilations.Create("using GhostGen; [GhostModel, Gru(1, 0), Dense(5, 3, Activation = (Activation)9), Dense(0), Dense(2)] partial class Amp { }"));
        Assert.Equal(["GHOST030", "GHOST034", "GHOST030"], diagnostics.Select(static diagnostic => diagnostic.Id));
    }
}
