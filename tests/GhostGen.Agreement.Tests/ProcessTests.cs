using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>What a process can say of itself; other tests start processes that run these under settings of their own.</summary>
public class ProcessTests
{
    /// <summary>Names the machine that the process should find.</summary>
    internal const string ExpectedVariable = "GHOSTGEN_EXPECTED_MACHINE";

    /// <summary>Names the file to which the process should write what its models compute.</summary>
    internal const string DigestsVariable = "GHOSTGEN_DIGESTS";

    /// <summary>For each model its name and a digest of the bits of a thousand steps, of a sequence, and of a batch.</summary>
    internal static readonly Lazy<string[]> Digests = new(static () => [.. CompiledTable.Names.Select(static name => name + " " + Digest(name))]);

    private const int Steps = 1000;
    private const int SequenceLength = 83;
    private const int Streams = 11;
    private const int BatchSteps = 20;

    [Fact]
    public void The_process_has_the_instruction_sets_that_it_should()
    {
        string expected = Environment.GetEnvironmentVariable(ExpectedVariable) ?? Machine.Description;
        Assert.Equal(expected, Machine.Description);
    }

    [Fact]
    public void All_models_run_for_a_thousand_steps()
    {
        Assert.Equal(CompiledTable.Names.Count(), Digests.Value.Distinct().Count());
        if (Environment.GetEnvironmentVariable(DigestsVariable) is { } path)
        {
            File.WriteAllLines(path, Digests.Value);
        }
    }

    private static string Digest(string name)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IStreamingModel model = CompiledTable.Create(name);
        (int inputSize, int outputSize) = (model.Info.InputSize, model.Info.OutputSize);
        float[] inputs = RandomModels.Inputs(Steps * inputSize, seed: 4);
        var outputs = new float[Steps * outputSize];
        for (int step = 0; step < Steps; step++)
        {
            model.Step(inputs.AsSpan(step * inputSize, inputSize), outputs.AsSpan(step * outputSize, outputSize));
        }

        Append(outputs);
        Append(model.State);

        // A sequence of whole blocks and a rest.
        model.Reset();
        model.Run(inputs.AsSpan(0, SequenceLength * inputSize), outputs.AsSpan(0, SequenceLength * outputSize));
        Append(outputs.AsSpan(0, SequenceLength * outputSize));

        // A whole tile and a part of one.
        IStreamingBatch batch = CompiledTable.CreateBatch(name, Streams);
        for (int step = 0; step < BatchSteps; step++)
        {
            Span<float> frames = outputs.AsSpan(0, Streams * outputSize);
            batch.Step(inputs.AsSpan(step * Streams * inputSize, Streams * inputSize), frames);
            Append(frames);
        }

        return Convert.ToHexString(hash.GetHashAndReset());

        void Append(ReadOnlySpan<float> values) => hash.AppendData(MemoryMarshal.AsBytes(values));
    }
}
