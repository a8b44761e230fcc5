using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>A pruned model is compiled to blocks, and says so; any other is compiled as ever.</summary>
public sealed class SparseTextTests
{
    private const string Class = "[GhostGen.GhostModel(\"a.ghost.json\")] partial class Amp { }";

    private static readonly ModelShape Shape = Models.Shape("a", new DenseShape("front", 64, 64), new DenseShape("head", 64, 3));

    [Fact]
    public void A_pruned_layer_is_compiled_to_blocks_at_every_width()
    {
        string step = Texts(Pruned())["Amp.g.cs"];
        foreach (string width in (string[])["Vector512", "Vector256", "Vector128", "Scalar"])
        {
            string kernels = step[step.IndexOf($"file static class {width}Kernels", StringComparison.Ordinal)..];
            kernels = kernels[..kernels.IndexOf("\n    }\n", StringComparison.Ordinal)];
            Assert.Contains("SparseProduct.Add(", kernels, StringComparison.Ordinal);
            Assert.Contains("HeadLayer(", kernels, StringComparison.Ordinal);
        }

        Assert.Contains("//         front, outputs: 64 outputs, of whose weights 8 blocks are stored, 28 % of what all would take\n", step, StringComparison.Ordinal);
        Assert.Contains("//         front, outputs: 64 outputs, of whose weights 32 blocks are stored, 29 % of what all would take\n", step, StringComparison.Ordinal);
        Assert.Contains("//         head, outputs: 3 outputs, 1 panel of 4 lanes, 1 multiply-add a row\n", step, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_without_zeros_and_one_whose_weights_are_loaded_are_compiled_as_ever()
    {
        Assert.DoesNotContain("Sparse", Texts(Models.Random(Shape))["Amp.g.cs"], StringComparison.Ordinal);
        string loading = Generation.Of("[GhostGen.GhostModel, GhostGen.Dense(64, 64), GhostGen.Dense(3)] partial class Amp { }").AssertClean().Texts["Amp.g.cs"];
        Assert.DoesNotContain("Sparse", loading, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_says_how_many_bytes_it_reads_and_answers_as_one_that_stores_its_zeros()
    {
        System.Reflection.Assembly pruned = Generation.Of(Class, Models.File("/app/a.ghost.json", Pruned())).AssertClean().Load();
        Assert.Equal(GeneratedModel.Create(pruned, "Amp").Info.WeightBytes, 4L * GeneratedModel.Weights(pruned, "Amp").Length);

        // A bias of -0, which no sum keeps that has a product that is not zero, makes the compiler store everything.
        System.Reflection.Assembly whole = Generation.Of(Class, Models.File("/app/a.ghost.json", Pruned(bias: -0f))).AssertClean().Load();
        Assert.Equal(GeneratedModel.LoadedWeights(Models.Text(Pruned(bias: -0f))).Length, GeneratedModel.Weights(whole, "Amp").Length);
        Assert.True(GeneratedModel.Weights(pruned, "Amp").Length < GeneratedModel.Weights(whole, "Amp").Length);
        Assert.Equal(GeneratedModel.Bits(GeneratedModel.Create(whole, "Amp")), GeneratedModel.Bits(GeneratedModel.Create(pruned, "Amp")));
    }

    [Fact]
    public void Other_weights_in_as_many_blocks_leave_the_step_as_it_is()
    {
        SortedDictionary<string, string> first = Texts(Pruned(seed: 1));
        SortedDictionary<string, string> second = Texts(Pruned(seed: 2, shift: 1));
        Assert.Equal(first["Amp.g.cs"], second["Amp.g.cs"]);
        Assert.NotEqual(first["Amp.Weights.g.cs"], second["Amp.Weights.g.cs"]);
        Assert.NotEqual(first["Amp.g.cs"], Texts(Pruned(kept: 2))["Amp.g.cs"]);
    }

    private static SortedDictionary<string, string> Texts(ModelManifest manifest) => Generation.Of(Class, Models.File("/app/a.ghost.json", manifest)).AssertClean().Texts;

    /// <summary>The first layer keeps one block of 16 x 16 weights, or some, of the four in a row.</summary>
    private static ModelManifest Pruned(int seed = 1, int kept = 1, int shift = 0, float bias = 0f)
    {
        var random = new Random(seed);
        return Models.Filled(Shape, index =>
        {
            float weight = random.NextSingle() - 0.4f;
            bool isKept = ((index / 64 / 16) + (index % 64 / 16) + shift) % 4 < kept;
            return index == 64 * 64 ? bias : index > 64 * 64 || isKept ? weight : 0;
        });
    }
}
