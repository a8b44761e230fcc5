using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>Weights that are made to saturate or overflow whatever computes in whole numbers: generated code does what the reference does, which checks each sum.</summary>
public sealed class AdversarialWeightsTests
{
    private const int Steps = 1000;

    private static readonly Precision[] Precisions = [Precision.Int8, Precision.Int8Wide, Precision.Integer];

    private static readonly Lazy<IReadOnlyList<CompiledModel>> Models = new(static () =>
        CompiledModel.CompileAll(Precisions.Select(static precision => new ModelCase(precision.ToString(), Manifest(), Precision: precision))));

    public static TheoryData<Precision, float> Cases => new(Precisions.SelectMany(static precision => (float[])[1, 1e-40f, 1e20f], static (precision, size) => (precision, size)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated_code_does_what_the_reference_does(Precision precision, float inputSize)
    {
        IStreamingModel generated = Models.Value[Array.IndexOf(Precisions, precision)].Create();
        var reference = new ReferenceModel(Manifest(), generated.Info);
        var input = new float[generated.Info.InputSize];
        var expected = new float[generated.Info.OutputSize];
        var actual = new float[generated.Info.OutputSize];
        for (int step = 0; step < Steps; step++)
        {
            // All at one end, then all at the other, then at both: what drives sums as far as they go.
            for (int i = 0; i < input.Length; i++)
            {
                input[i] = (step % 3) switch { 0 => inputSize, 1 => -inputSize, _ => i % 2 == 0 ? inputSize : -inputSize };
            }

            reference.Step(input, expected);
            generated.Step(input, actual);
            Bits.AssertEqual(expected, actual, $"outputs of step {step}");
            Bits.AssertEqual(reference.State, generated.State, $"state after step {step}");
            Assert.All(actual, static value => Assert.True(float.IsFinite(value)));
        }
    }

    private static ModelManifest Manifest()
    {
        var shape = new ModelShape("adversarial", new(
        [
            new GruShape("gru", 9, 21),
            new GhostGruShape("ghost", 21, 26) { Reset = ResetForm.BeforeProduct },
            new DenseShape("dense", 26, 12) { Activation = Activation.Tanh },
        ]));
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                int columns = tensor.Columns ?? 1;
                tensors[$"{layer.Name}.{tensor.Name}"] = [.. Enumerable.Range(0, (int)tensor.Count).Select(i => Weight(i / columns, i % columns))];
            }
        }

        return new(shape, tensors);
    }

    /// <summary>Rows at the bound of a pair, with one huge weight, of zeros, of denormals, of both signs, and of the least normal number.</summary>
    private static float Weight(int row, int column) => (row % 7) switch
    {
        0 => 1,
        1 => column == 1 ? 1e30f : 1e-3f,
        2 => 0,
        3 => column % 2 == 0 ? 1e-40f : -1e-42f,
        4 => column % 2 == 0 ? 1 : -1,
        5 => column % 2 == 0 ? -127 : 1e-6f,
        _ => 1.17549435e-38f,
    };
}
