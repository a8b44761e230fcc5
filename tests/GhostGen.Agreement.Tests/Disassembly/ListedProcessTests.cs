using GhostGen.Compiling;
using GhostGen.Kernels.Tiles;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests.Disassembly;

/// <summary>What a process does whose machine code is looked at: it calls every kernel of its models.</summary>
[Collection<ListedModelsGroup>]
public sealed class ListedProcessTests(ListedModels models)
{
    [Fact]
    public void Steps_sequences_and_batches_of_the_listed_models_agree()
    {
        Assert.Equal(Environment.GetEnvironmentVariable(ProcessTests.ExpectedVariable) ?? Machine.Description, Machine.Description);
        foreach (CompiledModel compiled in models.Load())
        {
            IStreamingModel model = compiled.Create();
            (int inputSize, int outputSize) = (model.Info.InputSize, model.Info.OutputSize);
            float[] inputs = RandomModels.Inputs(Tile.Columns * inputSize);
            var steps = new float[Tile.Columns * outputSize];
            for (int step = 0; step < Tile.Columns; step++)
            {
                model.Step(inputs.AsSpan(step * inputSize, inputSize), steps.AsSpan(step * outputSize, outputSize));
            }

            var sequence = new float[steps.Length];
            model.Reset();
            model.Run(inputs, sequence);
            Bits.AssertEqual(steps, sequence, "sequence");

            var streams = new float[steps.Length];
            compiled.CreateBatch(Tile.Columns).Step(inputs, streams);
            Bits.AssertEqual(steps.AsSpan(0, outputSize), streams.AsSpan(0, outputSize), "first stream");
        }
    }
}
