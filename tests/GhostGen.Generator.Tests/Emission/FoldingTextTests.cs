using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>What the compiler folds is what a program folds that loads the file, and the generated files say so.</summary>
public sealed class FoldingTextTests
{
    public static TheoryData<LayerShape> FirstLayers => new()
    {
        new DenseShape("front", 3, 5),
        new DenseShape("front", 3, 5) { Bias = false },
        new DenseShape("front", 3, 700) { Bias = false },
        new GruShape("front", 3, 5) { Reset = ResetForm.BeforeProduct },
        new GhostGruShape("front", 3, 40),
        new GhostGruShape("front", 3, 40) { CheapActivation = Activation.None },
    };

    public static TheoryData<LayerShape> LinearGhosts => new()
    {
        new GhostGruShape("ghost", 3, 9) { Ratio = 3, CheapActivation = Activation.None },
        new GhostGruShape("ghost", 3, 40) { CheapActivation = Activation.None, Reset = ResetForm.AfterWholeProduct, CheapBias = false },
        new GhostGruShape("ghost", 3, 40) { CheapActivation = Activation.None, Reset = ResetForm.BeforeProduct, Cheap = CheapMap.Grouped, Groups = 4 },
    };

    [Theory]
    [MemberData(nameof(FirstLayers))]
    public void The_normalization_of_the_input_is_compiled_to_what_loading_the_file_gives(LayerShape first)
    {
        ModelShape shape = Models.Shape("a", first, new DenseShape("head", first.OutputSize, 2));
        ModelManifest plain = Models.Random(shape);
        ModelManifest normalized = Models.Random(shape, normalization: new(new([0.1, -3, 1e-5]), new([7, 0, -1 / 3.0])));
        int[] weights = Compile(normalized, out IReadOnlyDictionary<string, string> texts);
        Assert.Equal(Bits(GeneratedModel.LoadedWeights(Models.Text(normalized))), weights);
        Assert.NotEqual(Bits(GeneratedModel.LoadedWeights(Models.Text(plain))), weights);
        Assert.All(texts.Values, static text => Assert.Contains("//     Folded into the weights of front: the input's mean and scale.", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LinearGhosts))]
    public void Linear_ghosts_are_compiled_to_what_loading_the_file_gives(LayerShape ghost)
    {
        ModelManifest manifest = Models.Random(Models.Shape("a", new DenseShape("front", 2, 3), ghost));
        int[] weights = Compile(manifest, out IReadOnlyDictionary<string, string> texts);
        Assert.Equal(Bits(GeneratedModel.LoadedWeights(Models.Text(manifest))), weights);
        Assert.All(texts.Values, static text => Assert.Contains("//     Folded into the recurrent weights of ghost: its ghosts, which are linear.", text, StringComparison.Ordinal));
        Assert.Contains("multiply-adds, of which folding leaves ", texts["Amp.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_say_what_of_the_normalization_there_was()
    {
        ModelShape shape = Models.Shape("a", new DenseShape("front", 1, 1));
        Assert.All(Texts(new(new([2]), null)), static text => Assert.Contains("Folded into the weights of front: the input's mean.", text, StringComparison.Ordinal));
        Assert.All(Texts(new(null, new([2]))), static text => Assert.Contains("Folded into the weights of front: the input's scale.", text, StringComparison.Ordinal));
        Assert.All(Texts(null), static text => Assert.DoesNotContain("Folded", text, StringComparison.Ordinal));

        IEnumerable<string> Texts(InputNormalization? normalization)
        {
            Compile(Models.Random(shape, normalization: normalization), out IReadOnlyDictionary<string, string> texts);
            return texts.Values;
        }
    }

    private static int[] Compile(ModelManifest manifest, out IReadOnlyDictionary<string, string> texts)
    {
        Generation generation = Generation.Of("[GhostGen.GhostModel(\"a.ghost.json\")] partial class Amp { }", Models.File("/app/a.ghost.json", manifest)).AssertClean();
        texts = generation.Texts;
        return Bits(GeneratedModel.Weights(generation.Load(), "Amp"));
    }

    private static int[] Bits(ReadOnlySpan<float> values) => [.. values.ToArray().Select(BitConverter.SingleToInt32Bits)];
}
