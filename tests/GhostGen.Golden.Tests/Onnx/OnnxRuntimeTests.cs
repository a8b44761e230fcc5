using GhostGen.Importing.Onnx;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace GhostGen.Golden.Tests.Onnx;

/// <summary>What is exported means the same to another runtime.</summary>
public sealed class OnnxRuntimeTests(ITestOutputHelper output)
{
    private const int Steps = 50;

    /// <summary>
    /// Both sum up to 24 products in single precision, in different orders, and have activations of their own: some units in the last place of 1,
    /// which fifty steps of a gated state do not add up.
    /// </summary>
    private const double MostDistance = 1e-5;

    private static readonly ModelShape[] shapes =
    [
        new("after_product", new([new GruShape("gru", 7, 12), new DenseShape("dense", 12, 5) { Activation = Activation.Softmax }])),
        new("before_product", new([new GruShape("gru", 7, 12) { Reset = ResetForm.BeforeProduct }, new DenseShape("dense", 12, 5) { Activation = Activation.Sigmoid, Bias = false }])),
        new("relu_normalized", new(
        [
            new DenseShape("first", 7, 9) { Activation = Activation.Tanh },
            new GruShape("gru1", 9, 12) { CandidateActivation = Activation.Relu },
            new GruShape("gru2", 12, 24) { Reset = ResetForm.BeforeProduct, CandidateActivation = Activation.Relu },
            new DenseShape("last", 24, 3),
        ])),
        new("without_ghosts", new([new GhostGruShape("rnn", 7, 12) { Ratio = 1 }, new DenseShape("dense", 12, 5) { Activation = Activation.Relu }])),
    ];

    [Fact]
    public void ONNX_Runtime_computes_what_the_reference_computes()
    {
        foreach (ModelShape shape in shapes)
        {
            ModelManifest manifest = RandomModels.Manifest(shape);
            float[] input = RandomModels.Inputs(Steps * shape.InputSize);
            var expected = new float[Steps * shape.OutputSize];
            new ReferenceModel(manifest).Run(input, expected);
            double largest = Tolerance.Check(Run(manifest, input), expected, MostDistance, shape.Name);
            output.WriteLine(FormattableString.Invariant($"{shape.Name}: {largest:0.0E+0}"));
        }
    }

    private static double[] Run(ModelManifest manifest, float[] input)
    {
        using var session = new InferenceSession(OnnxExport.ToModel(manifest, "model.onnx").ToByteArray());
        using var options = new RunOptions();
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(input, [Steps, 1, manifest.Shape.InputSize]);
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(options, [OnnxExport.Input], [value], [OnnxExport.Output]);
        return [.. results[0].GetTensorDataAsSpan<float>().ToArray().Select(static number => (double)number)];
    }
}
