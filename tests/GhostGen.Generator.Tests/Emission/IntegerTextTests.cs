using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>What generated code of layers in whole numbers says and does where it meets singles.</summary>
public sealed class IntegerTextTests
{
    [Fact]
    public void A_range_becomes_the_next_power_of_two()
    {
        string text = Step(Models.Shape("a", new GruShape("gru", 3, 5) { InputRange = 0.1f }), "Precision = GhostGen.Precision.Integer");
        Assert.Contains("IntegerElements.Within(ref input, 3, -3, ref ", text, StringComparison.Ordinal);
        Assert.Contains("//     The input of gru is taken to lie between -0.125 and 0.125, which values beyond become.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_that_follow_each_other_pass_whole_numbers_on()
    {
        string text = Step(Models.Shape("a", new GruShape("gru", 3, 5), new DenseShape("hidden", 5, 4), new DenseShape("head", 4, 2)), "Precision = GhostGen.Precision.Integer");
        Assert.Contains("HiddenLayer(ref Unsafe.Add(ref weights, ", text, StringComparison.Ordinal);
        Assert.Contains("ref Unsafe.Add(ref memory, Places.NewState), ref memory);", text, StringComparison.Ordinal);

        // Only the states and what the last layer leaves become singles, once for a step and once for a batch at each width but the last, which has no tiles.
        Assert.Equal(2 * 7, text.Split("IntegerState.Write(").Length - 1);
    }

    [Fact]
    public void A_sequence_is_not_run_in_blocks_where_any_layer_passes_whole_numbers_on()
    {
        string text = Generation.Of(
            """
            [GhostGen.GhostModel]
            [GhostGen.Gru(128, 128, Name = "singles")]
            [GhostGen.Gru(8, Name = "whole", Precision = GhostGen.Precision.Integer)]
            partial class Amp { }
            """).AssertClean().Texts["Amp.g.cs"];
        Assert.Contains("//       A sequence is run step by step: a layer's whole numbers are there for the next one until its next step, not for eight steps at once.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OfSequence(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_what_is_not_done()
    {
        // A range of what are whole numbers already, activations that no layer has, and tiles of eight streams.
        ModelShape shape = Models.Shape("a", new GruShape("gru", 3, 5), new DenseShape("head", 5, 2) { InputRange = 1 });
        string text = Step(shape, "Precision = GhostGen.Precision.Integer, Accuracy = GhostGen.ActivationAccuracy.Fast");
        Assert.DoesNotContain("is taken to lie", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the fast ones", text, StringComparison.Ordinal);
        Assert.DoesNotContain("eight streams", text.Replace("for tiles of eight streams", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("eight at a time", text, StringComparison.Ordinal);
        Assert.Contains("Streams go through a panel of weights one after the other", text, StringComparison.Ordinal);
    }

    private static string Step(ModelShape shape, string option)
    {
        ModelManifest manifest = Models.Random(shape);
        return Generation.Of($"[GhostGen.GhostModel(\"a.ghost.json\", {option})] partial class Amp {{ }}", Models.File("/app/a.ghost.json", manifest)).AssertClean().Texts["Amp.g.cs"];
    }
}
