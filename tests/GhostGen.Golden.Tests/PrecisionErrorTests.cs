using System.Globalization;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Quantization;
using GhostGen.Reference;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>What weights of fewer bits do to trained networks: their outputs against double precision, and how often a spotter decides otherwise.</summary>
public sealed class PrecisionErrorTests(ITestOutputHelper output)
{
    // What docs/numerics.md calls the network, its steps, and whether its largest output is a decision. Logits reach 18; NSNet2's outputs lie between 0 and 1.
    private static readonly (string Name, string Title, int Steps, bool Decides)[] Networks =
    [
        ("hello_edge/GRU_S", "Hello Edge GRU, S", 1000, true),
        ("hello_edge/GRU_M", "Hello Edge GRU, M", 1000, true),
        ("hello_edge/GRU_L", "Hello Edge GRU, L", 1000, true),
        ("pytorch/layers1_hidden64", "PyTorch keyword spotter, 1 x 64", 1000, true),
        ("pytorch/layers1_hidden256", "PyTorch keyword spotter, 1 x 256", 1000, true),
        ("pytorch/layers2_hidden64", "PyTorch keyword spotter, 2 x 64", 1000, true),
        ("nsnet2/nsnet2", "NSNet2", 300, false),
    ];

    public static TheoryData<string> Names => [.. Networks.Select(static network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_over_real_sequences_are_as_far_from_double_precision_as_the_document_says(string name)
    {
        (_, string title, int steps, bool decides) = Networks.Single(network => network.Name == name);
        RealNetwork network = RealNetwork.Read(name);
        ModelShape shape = network.Manifest.Shape;
        float[] inputs = network.Inputs.AsSpan(0, steps * shape.InputSize).ToArray();
        double[] exact = Exact(new(network.Manifest), inputs);
        string[] rows = [.. Enum.GetValues<Precision>().Select(precision =>
        {
            // The reference's bits are those of generated code, which other tests hold; it needs no compiler.
            var outputs = new float[exact.Length];
            new ReferenceModel(network.Manifest, precision: precision).Run(inputs, outputs);
            var error = new ErrorMeter();
            error.Add(exact, outputs);
            string expected = Expected(network.Manifest, precision, inputs) is { } value ? value.ToString("0.0e-0", CultureInfo.InvariantCulture) : "";
            string changed = decides ? FormattableString.Invariant($"{ChangedDecisions(exact, outputs, shape.OutputSize)} of {steps:N0}") : "";
            return FormattableString.Invariant($"| {title} | `{precision}` | {error.LargestError:0.0e-0} | {error.RootMeanSquareError:0.0e-0} | {expected} | {changed} |");
        })];
        foreach (string row in rows)
        {
            output.WriteLine(row);
        }

        // Which bits these are depends on whether multiply-adds fuse, and on nothing else.
        if (Scalar.IsFused)
        {
            Assert.Contains(string.Join('\n', rows) + "\n", NumericsDocument.Text(), StringComparison.Ordinal);
        }
    }

    private static double[] Exact(DoubleReferenceModel model, float[] inputs)
    {
        var outputs = new double[inputs.Length / model.Info.InputSize * model.Info.OutputSize];
        model.Run(Array.ConvertAll(inputs, static value => (double)value), outputs);
        return outputs;
    }

    /// <summary>What the report expects of the last layer, given what the inputs lie within.</summary>
    private static double? Expected(ModelManifest manifest, Precision precision, float[] inputs)
    {
        ModelShape shape = manifest.Shape.WithPrecision(precision);
        LayerShape first = shape.Layers[0] with { InputRange = inputs.Max(MathF.Abs) };
        Sequence<LayerQuantization> report = QuantizationReport.Of(manifest, shape with { Layers = new([first, .. shape.Layers.Skip(1)]) });
        return report.Count > 0 ? report[^1].ExpectedError : null;
    }

    /// <summary>The steps in which another output is the largest.</summary>
    private static int ChangedDecisions(double[] exact, float[] outputs, int size)
    {
        int changed = 0;
        for (int start = 0; start < outputs.Length; start += size)
        {
            int decision = 0;
            int decided = 0;
            for (int i = 1; i < size; i++)
            {
                decision = exact[start + i] > exact[start + decision] ? i : decision;
                decided = outputs[start + i] > outputs[start + decided] ? i : decided;
            }

            changed += decision == decided ? 0 : 1;
        }

        return changed;
    }
}
