using System.Runtime.InteropServices;
using GhostGen.Compiling;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>Trained networks, compiled: the same bits as the single-precision reference, and close to the double-precision one.</summary>
public sealed class RealNetworkTests(ITestOutputHelper output)
{
    // What docs/numerics.md calls the network, and how far outputs and states may lie from double precision on any machine: absolute, at
    // least 2.5 times what was measured. Logits reach 18 and RNNoise's states 6; all other values stay within 1.
    private static readonly Dictionary<string, (string Title, double Outputs, double States)> Tolerances = new()
    {
        ["hello_edge/GRU_S"] = ("Hello Edge GRU, S", 3e-5, 1e-5),
        ["hello_edge/GRU_M"] = ("Hello Edge GRU, M", 6e-5, 2e-5),
        ["hello_edge/GRU_L"] = ("Hello Edge GRU, L", 5e-5, 2e-5),
        ["pytorch/layers1_hidden64"] = ("PyTorch keyword spotter, 1 x 64", 3e-5, 1e-5),
        ["pytorch/layers1_hidden256"] = ("PyTorch keyword spotter, 1 x 256", 2e-5, 1e-5),
        ["pytorch/layers2_hidden64"] = ("PyTorch keyword spotter, 2 x 64", 2e-5, 1e-5),
        ["rnnoise/vad"] = ("RNNoise, vad", 8e-6, 1e-5),
        ["rnnoise/noise"] = ("RNNoise, noise", 1e-5, 1e-5),
        ["rnnoise/gains"] = ("RNNoise, gains", 1e-5, 5e-5),
        ["nsnet2/nsnet2"] = ("NSNet2", 5e-5, 5e-5),
    };

    public static TheoryData<string> Networks => [.. RealNetwork.Names];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Generated_code_agrees_with_both_references_over_real_and_random_sequences(string name)
    {
        RealNetwork network = RealNetwork.Read(name);
        CompiledModel compiled = CompiledModel.Compile(network.Manifest);
        int size = network.Manifest.Shape.InputSize;

        // NSNet2 has 2.8 million weights, which the references read one by one.
        int steps = name.StartsWith("nsnet2", StringComparison.Ordinal) ? 300 : 1000;
        float[] real = network.Inputs.AsSpan(0, steps * size).ToArray();
        string row = $"| {Tolerances[name].Title} |";
        foreach ((string kind, float[] inputs) in new[] { ("real", real), ("random", RandomLike(real, size)) })
        {
            (ErrorMeter outputs, ErrorMeter states) = Compare($"{name}, {kind} input", network.Manifest, compiled, inputs);
            output.WriteLine(FormattableString.Invariant(
                $"{name}, {kind}, {steps} steps: outputs up to {outputs.LargestValue:G3} off by at most {outputs.LargestError:0.0E+0}, states up to {states.LargestValue:G3} by {states.LargestError:0.0E+0}"));
            Assert.InRange(outputs.LargestError, double.Epsilon, Tolerances[name].Outputs);
            Assert.InRange(states.LargestError, double.Epsilon, Tolerances[name].States);
            row += FormattableString.Invariant($" {outputs.LargestError:0.0e-0} | {states.LargestError:0.0e-0} |");
        }

        // Which bits these are depends on whether multiply-adds fuse, and on nothing else.
        if (Scalar.IsFused)
        {
            Assert.Contains(row + "\n", NumericsDocument.Text(), StringComparison.Ordinal);
        }
    }

    /// <summary>Random frames, each element within the range that it has in real ones: outside of it relu states grow without bound.</summary>
    private static float[] RandomLike(float[] real, int size)
    {
        float[] random = RandomModels.Inputs(real.Length, bound: 1);
        for (int element = 0; element < size; element++)
        {
            float smallest = float.MaxValue;
            float largest = float.MinValue;
            for (int i = element; i < real.Length; i += size)
            {
                smallest = Math.Min(smallest, real[i]);
                largest = Math.Max(largest, real[i]);
            }

            for (int i = element; i < real.Length; i += size)
            {
                random[i] = smallest + ((largest - smallest) * (random[i] + 1) / 2);
            }
        }

        return random;
    }

    private static (ErrorMeter Outputs, ErrorMeter States) Compare(string name, ModelManifest manifest, CompiledModel compiled, float[] inputs)
    {
        IStreamingModel generated = compiled.Create();
        var reference = new ReferenceModel(manifest);
        var oracle = new DoubleReferenceModel(manifest);
        (int inputSize, int outputSize) = (manifest.Shape.InputSize, manifest.Shape.OutputSize);
        var generatedOutput = new float[outputSize];
        var referenceOutput = new float[outputSize];
        var oracleOutput = new double[outputSize];
        var oracleInput = new double[inputSize];
        var outputError = new ErrorMeter();
        var stateError = new ErrorMeter();
        int steps = inputs.Length / inputSize;
        for (int step = 0; step < steps; step++)
        {
            ReadOnlySpan<float> input = inputs.AsSpan(step * inputSize, inputSize);
            for (int i = 0; i < inputSize; i++)
            {
                oracleInput[i] = input[i];
            }

            generated.Step(input, generatedOutput);
            reference.Step(input, referenceOutput);
            oracle.Step(oracleInput, oracleOutput);
            SameBits(referenceOutput, generatedOutput, $"{name}, step {step}, output");
            SameBits(reference.State, generated.State, $"{name}, step {step}, state");
            outputError.Add(oracleOutput, generatedOutput);
            stateError.Add(oracle.State, generated.State);
        }

        return (outputError, stateError);
    }

    private static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        if (MemoryMarshal.Cast<float, int>(expected).SequenceEqual(MemoryMarshal.Cast<float, int>(actual)))
        {
            return;
        }

        int at = 0;
        while (BitConverter.SingleToInt32Bits(expected[at]) == BitConverter.SingleToInt32Bits(actual[at]))
        {
            at++;
        }

        Assert.Fail(FormattableString.Invariant($"{what} {at}: the generated model has {actual[at]:G9} and the reference {expected[at]:G9}."));
    }
}
