using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>Holds a batch to single instances, bit for bit, over the table of shapes.</summary>
public class BatchTests
{
    private const int Steps = 40;

    private const string Stack = "stack_all_kinds";

    public static TheoryData<string> Names => new(CompiledTable.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_stream_has_the_bits_of_an_instance_of_its_own(string name)
    {
        // A whole tile and a part of one.
        const int Streams = 11;
        IStreamingBatch batch = CompiledTable.CreateBatch(name, Streams);
        IStreamingModel[] singles = [.. Enumerable.Range(0, Streams).Select(_ => CompiledTable.Create(name))];
        (int inputSize, int outputSize) = (batch.Info.InputSize, batch.Info.OutputSize);
        float[] inputs = RandomModels.Inputs(Steps * Streams * inputSize, seed: 5);
        var actual = new float[Streams * outputSize];
        var expected = new float[Streams * outputSize];
        for (int step = 0; step < Steps; step++)
        {
            if (step == Steps / 2)
            {
                batch.Reset(3);
                singles[3].Reset();
                singles[9].State.CopyTo(batch.State(8));
                singles[9].State.CopyTo(singles[8].State);
            }

            ReadOnlySpan<float> frames = inputs.AsSpan(step * Streams * inputSize, Streams * inputSize);
            batch.Step(frames, actual);
            for (int stream = 0; stream < Streams; stream++)
            {
                singles[stream].Step(frames.Slice(stream * inputSize, inputSize), expected.AsSpan(stream * outputSize, outputSize));
                Bits.AssertEqual(singles[stream].State, batch.State(stream), $"state of stream {stream} after step {step}");
            }

            Bits.AssertEqual(expected, actual, $"outputs of step {step}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(40)]
    public void Any_number_of_streams_steps_without_allocating(int streams)
    {
        IStreamingBatch batch = CompiledTable.CreateBatch(Stack, streams);
        IStreamingModel single = CompiledTable.Create(Stack);
        float[] inputs = RandomModels.Inputs(streams * batch.Info.InputSize);
        var outputs = new float[streams * batch.Info.OutputSize];
        batch.Step(inputs, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        batch.Step(inputs, outputs);
        batch.Reset();
        batch.Step(inputs, outputs);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        var last = new float[batch.Info.OutputSize];
        single.Step(inputs.AsSpan((streams - 1) * batch.Info.InputSize), last);
        Bits.AssertEqual(last, outputs.AsSpan(outputs.Length - last.Length), "outputs of the last stream");
    }

    [Fact]
    public void A_batch_steps_in_place()
    {
        const string Square = "gru_16_to_16";
        IStreamingBatch batch = CompiledTable.CreateBatch(Square, 5);
        IStreamingBatch other = CompiledTable.CreateBatch(Square, 5);
        float[] frames = RandomModels.Inputs(5 * 16);
        var expected = new float[5 * 16];
        other.Step(frames, expected);
        batch.Step(frames, frames);
        Bits.AssertEqual(expected, frames, "outputs");
    }

    [Fact]
    public void Wrong_lengths_and_streams_are_refused_with_both_numbers()
    {
        IStreamingBatch batch = CompiledTable.CreateBatch(Stack, 3);
        var inputs = new float[3 * batch.Info.InputSize];
        var outputs = new float[3 * batch.Info.OutputSize];
        ArgumentException wrong = Assert.Throws<ArgumentException>("inputs", () => batch.Step(inputs.AsSpan(1), outputs));
        Assert.Contains($"{inputs.Length}", wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"{inputs.Length - 1}", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("outputs", () => batch.Step(inputs, outputs.AsSpan(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.State(3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.Reset(-1));
        Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(() => CompiledTable.CreateBatch(Stack, 0))?.InnerException);
    }
}
