using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>Holds generated code to the single-precision reference, bit for bit, and both to the oracle, over the table of shapes.</summary>
public class AgreementTests
{
    private const int Steps = 1000;

    public static TheoryData<string> Names => new(CompiledTable.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_thousand_steps_have_the_bits_of_the_reference(string name)
    {
        IStreamingModel generated = CompiledTable.Create(name);
        ReferenceModel reference = CompiledTable.Reference(name);
        int inputSize = generated.Info.InputSize;
        float[] inputs = RandomModels.Inputs(Steps * inputSize);
        var actual = new float[generated.Info.OutputSize];
        var expected = new float[generated.Info.OutputSize];
        for (int step = 0; step < Steps; step++)
        {
            ReadOnlySpan<float> input = inputs.AsSpan(step * inputSize, inputSize);
            generated.Step(input, actual);
            reference.Step(input, expected);
            Bits.AssertEqual(expected, actual, $"output of step {step}");
            Bits.AssertEqual(reference.State, generated.State, $"state after step {step}");
        }

        Assert.Contains(actual, static value => value != 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sequence_has_the_bits_of_its_steps(string name)
    {
        IStreamingModel stepping = CompiledTable.Create(name);
        IStreamingModel running = CompiledTable.Create(name);
        (int inputSize, int outputSize) = (stepping.Info.InputSize, stepping.Info.OutputSize);
        float[] inputs = RandomModels.Inputs(100 * inputSize, seed: 3);
        var expected = new float[100 * outputSize];
        for (int step = 0; step < 100; step++)
        {
            stepping.Step(inputs.AsSpan(step * inputSize, inputSize), expected.AsSpan(step * outputSize, outputSize));
        }

        // In pieces of every length around the blocks that a sequence might be cut into.
        var actual = new float[100 * outputSize];
        int done = 0;
        foreach (int count in (int[])[1, 2, 3, 0, 5, 16, 33, 40])
        {
            running.Run(inputs.AsSpan(done * inputSize, count * inputSize), actual.AsSpan(done * outputSize, count * outputSize));
            done += count;
        }

        Assert.Equal(100, done);
        Bits.AssertEqual(expected, actual, "outputs of the sequence");
        Bits.AssertEqual(stepping.State, running.State, "state after the sequence");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_thousand_steps_stay_close_to_the_oracle(string name)
    {
        IStreamingModel generated = CompiledTable.Create(name);
        var oracle = new DoubleReferenceModel(CompiledTable.Manifest(name));
        int inputSize = generated.Info.InputSize;
        float[] inputs = RandomModels.Inputs(Steps * inputSize);
        var actual = new float[generated.Info.OutputSize];
        var expected = new double[generated.Info.OutputSize];
        double worst = 0;
        double largest = 1;
        for (int step = 0; step < Steps; step++)
        {
            ReadOnlySpan<float> input = inputs.AsSpan(step * inputSize, inputSize);
            generated.Step(input, actual);
            oracle.Step(Array.ConvertAll(input.ToArray(), static value => (double)value), expected);
            for (int i = 0; i < actual.Length; i++)
            {
                worst = Math.Max(worst, Math.Abs(actual[i] - expected[i]));
                largest = Math.Max(largest, Math.Abs(expected[i]));
            }
        }

        // Weights within 1 / sqrt(columns) keep rounding errors from growing along a sequence; relu and linear outputs are not bounded by 1.
        Assert.InRange(worst / largest, 0, Bound(name));
    }

    /// <summary>Fast activations err by 5e-5 each, in every step, a weight of BFloat16 by up to 2^-9 of itself, and bytes by half of their unit.</summary>
    private static double Bound(string name) => CompiledTable.Precision(name) switch
    {
        Precision.BFloat16 => 2e-2,
        Precision.Int8 => 1e-1,
        Precision.Int8Wide => 5e-2,
        Precision.Integer => 1e-1,
        _ => CompiledTable.Accuracy(name) == ActivationAccuracy.Fast ? 3e-4 : 2e-5,
    };
}
