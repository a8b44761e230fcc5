using System.Runtime.CompilerServices;
using System.Text.Json;
using GhostGen.Golden.Tests.Running;
using GhostGen.Importing;
using GhostGen.Manifests;
using GhostGen.Modeling;
using Xunit;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>Networks as PyTorch exports them, with PyTorch's outputs. python/make_onnx_vectors.py writes them.</summary>
public sealed class ExportedModelTests(ITestOutputHelper output)
{
    /// <summary>Each file, with the layers that it has and whether it gives the outputs of every step.</summary>
    private static readonly (string Name, string[] Layers, bool EveryStep)[] cases =
    [
        ("batch_first_two_layers", ["gru gru 3 5", "gru gru_1 5 5", "dense fc 5 4 Tanh"], true),
        ("fixed_sizes", ["gru gru 3 5", "dense fc 5 4 Sigmoid"], true),
        ("last_of_steps", ["gru gru 3 5", "dense fc 5 4 None"], false),
        ("last_step", ["gru gru 3 5", "gru gru_1 5 5", "dense fc 5 4 Softmax"], false),
        ("scaled_input", ["dense before 3 6 Relu", "gru gru 6 5", "dense fc 5 1 Sigmoid"], true),
        ("steps_first", ["gru gru 3 5", "dense fc 5 4 Softmax"], true),
        ("with_state", ["gru gru 3 5", "gru gru_1 5 5", "dense fc 5 4 None"], true),
        ("without_bias", ["gru gru 3 5", "dense fc 5 4 Relu"], true),
    ];

    private static readonly string folder = FolderBeside();

    [Fact]
    public void Each_file_is_read_as_the_layers_that_were_exported()
    {
        Assert.Equal(cases.Select(static item => item.Name), Directory.EnumerateFiles(folder, "*.onnx").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        foreach ((string name, string[] layers, _) in cases)
        {
            Assert.Equal(layers, Load(name).Shape.Layers.Select(Words));
        }
    }

    [Fact]
    public void The_mean_and_the_deviation_before_the_first_layer_become_the_models_normalization()
    {
        InputNormalization normalization = Load("scaled_input").Normalization!;
        Assert.Equal([0.5, -1, 2], normalization.Mean!);
        Assert.Equal([0.5, 2, 0.25], normalization.Scale!);
    }

    [Theory]
    [EveryForm]
    public void The_outputs_of_PyTorch_are_reproduced(RunningForm form)
    {
        IReadOnlyList<Func<IRunner>> runners = Runners.For(form, [.. cases.Select(static item => Load(item.Name))]);
        foreach (((string name, _, bool everyStep), Func<IRunner> create) in cases.Zip(runners))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".json")));
            float[] input = Numbers(document, "input");
            IRunner runner = create();
            double[][] steps = [.. input.Chunk(3).Select(frame => runner.Step(frame))];
            double largest = Tolerance.Check([.. everyStep ? steps.SelectMany(static step => step) : steps[^1]], Numbers(document, "output"), Tolerance.OutsideVectors, $"{name}, {form}");
            output.WriteLine(FormattableString.Invariant($"{name}: {largest:0.0E+0}"));
        }
    }

    private static ModelManifest Load(string name) => ModelImport.Load(Path.Combine(folder, name + ".onnx"));

    private static string Words(LayerShape layer) =>
        FormattableString.Invariant($"{layer.Kind} {layer.Name} {layer.InputSize} {layer.OutputSize}{(layer is DenseShape dense ? $" {dense.Activation}" : "")}");

    private static float[] Numbers(JsonDocument document, string name) => [.. document.RootElement.GetProperty(name).EnumerateArray().Select(static value => value.GetSingle())];

    private static string FolderBeside([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Exported");
}
