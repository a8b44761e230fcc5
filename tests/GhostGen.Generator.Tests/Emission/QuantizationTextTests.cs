extern alias runtime;

using System.Text;
using GhostGen.Generator.Tests.Support;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Generator.Tests.Emission;

/// <summary>What a class says of its weights of fewer bits is what the program finds out that loads its file.</summary>
public sealed class QuantizationTextTests
{
    private static readonly ModelManifest Manifest = Models.Random(
        Models.Shape("a", new GhostGruShape("equals", 3, 8) { CheapActivation = Activation.None }, new GruShape("gru", 8, 5), new DenseShape("head", 5, 2) { Activation = Activation.Relu }),
        normalization: new(new([0.5, -1, 2]), new([2, 0, 0.1])));

    public static TheoryData<Precision> Precisions => [.. Enum.GetValues<Precision>()];

    [Theory]
    [MemberData(nameof(Precisions))]
    public void The_list_of_a_class_has_the_bits_of_the_runtimes(Precision precision)
    {
        runtime::GhostGen.ModelInfo info = Info(precision);
        string file = Models.Text(Manifest);
        runtime::GhostGen.Manifests.ModelManifest loaded = runtime::GhostGen.ModelFile.Load(Encoding.UTF8.GetBytes(file), "a.ghost.json");
        Assert.Equal(runtime::GhostGen.Quantization.QuantizationReport.Of(loaded, info.Shape), info.Quantization);
        Assert.Equal(precision == Precision.Float32 ? 0 : 3, info.Quantization.Count);
    }

    [Fact]
    public void The_file_of_weights_says_it_in_words()
    {
        string text = Generated(Precision.Int8).Texts["Amp.Weights.g.cs"];
        foreach (runtime::GhostGen.Modeling.LayerQuantization layer in Info(Precision.Int8).Quantization)
        {
            Assert.Contains(FormattableString.Invariant($"//       {layer.Layer}, Int8: {layer.BytesAfter:N0} bytes instead of {layer.BytesBefore:N0}."), text, StringComparison.Ordinal);
            Assert.Contains(FormattableString.Invariant($", off by {100 * layer.WorstRow!.Error:G3} %."), text, StringComparison.Ordinal);
            Assert.Contains(FormattableString.Invariant($"//         Outputs: {layer.ExpectedError:G3}; the worst of them, output {layer.WorstOutput}, {layer.WorstExpectedError:G3}."), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_weights_leave_the_file_of_the_step_as_it_is()
    {
        string step = Generated(Precision.Int8).Texts["Amp.g.cs"];
        ModelManifest others = Models.Random(Manifest.Shape, seed: 2, normalization: Manifest.Normalization);
        SortedDictionary<string, string> texts = Of(Precision.Int8, others).Texts;
        Assert.Equal(step, texts["Amp.g.cs"]);
        Assert.NotEqual(Generated(Precision.Int8).Texts["Amp.Weights.g.cs"], texts["Amp.Weights.g.cs"]);
    }

    private static runtime::GhostGen.ModelInfo Info(Precision precision) => GeneratedModel.Create(Generated(precision).Load(), "Amp").Info;

    private static Generation Generated(Precision precision) => Of(precision, Manifest);

    private static Generation Of(Precision precision, ModelManifest manifest) => Generation
        .Of($"[GhostGen.GhostModel(\"a.ghost.json\", Precision = GhostGen.Precision.{precision})] partial class Amp {{ }}", Models.File("/app/a.ghost.json", manifest))
        .AssertClean();
}
