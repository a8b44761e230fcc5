using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>What an instance promises beside its numbers.</summary>
public class InstanceTests
{
    private const string Stack = "gru_40_to_128";

    public static TheoryData<string> Names => new(CompiledTable.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_and_a_sequence_allocate_nothing(string name)
    {
        IStreamingModel model = CompiledTable.Create(name);
        // Two blocks of steps and some more, where a sequence is cut into blocks.
        const int Steps = 19;
        float[] inputs = RandomModels.Inputs(Steps * model.Info.InputSize);
        var outputs = new float[Steps * model.Info.OutputSize];
        ReadOnlySpan<float> input = inputs.AsSpan(0, model.Info.InputSize);
        Span<float> output = outputs.AsSpan(0, model.Info.OutputSize);
        model.Step(input, output);
        model.Run(inputs, outputs);
        model.Reset();

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Step(input, output);
        model.Run(inputs, outputs);
        model.Reset();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Restoring_a_state_and_forgetting_it_both_repeat_the_past(string name)
    {
        IStreamingModel model = CompiledTable.Create(name);
        float[] inputs = RandomModels.Inputs(5 * model.Info.InputSize);
        float[] first = Run(model, inputs);
        float[] saved = model.State.ToArray();
        float[] second = Run(model, inputs);

        saved.CopyTo(model.State);
        Bits.AssertEqual(second, Run(model, inputs), "outputs after restoring");
        model.Reset();
        Assert.All(model.State.ToArray(), static value => Assert.Equal(0f, value));
        Bits.AssertEqual(first, Run(model, inputs), "outputs after forgetting");

        saved.CopyTo(model.State);
        IStreamingModel other = CompiledTable.Create(name);
        saved.CopyTo(other.State);
        Bits.AssertEqual(Run(model, inputs), Run(other, inputs), "outputs of another instance in the same state");
    }

    [Fact]
    public void An_input_may_lie_under_the_output()
    {
        IStreamingModel model = CompiledTable.Create("gru_16_to_16");
        IStreamingModel other = CompiledTable.Create("gru_16_to_16");
        float[] values = RandomModels.Inputs(16);
        var expected = new float[16];
        other.Step(values, expected);
        model.Step(values, values);
        Bits.AssertEqual(expected, values, "output");
    }

    [Fact]
    public void Wrong_lengths_are_refused_before_anything_is_written()
    {
        IStreamingModel model = CompiledTable.Create(Stack);
        float[] input = RandomModels.Inputs(40);
        var output = new float[128];
        var longer = new float[129];
        Assert.Contains("reads 40 values; 39 were given", Assert.Throws<ArgumentException>(() => model.Step(input.AsSpan(1), output)).Message, StringComparison.Ordinal);
        Assert.Contains("writes 128 values; there is room for 129", Assert.Throws<ArgumentException>(() => model.Step(input, longer)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Run(input, longer));
        Assert.All(output.Concat(longer).Concat(model.State.ToArray()), static value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Instances_in_parallel_threads_do_not_disturb_each_other()
    {
        float[][] inputs = [.. Enumerable.Range(0, 16).Select(static stream => RandomModels.Inputs(200 * 40, seed: (ulong)stream + 10))];
        float[][] expected = [.. inputs.Select(static input => Run(CompiledTable.Create(Stack), input))];
        var actual = new float[16][];
        Parallel.For(0, 16, stream => actual[stream] = Run(CompiledTable.Create(Stack), inputs[stream]));
        for (int stream = 0; stream < 16; stream++)
        {
            Bits.AssertEqual(expected[stream], actual[stream], $"stream {stream}");
        }
    }

    [Fact]
    public void A_state_of_NaN_stays_NaN_and_a_reset_heals_it()
    {
        IStreamingModel model = CompiledTable.Create(Stack);
        float[] input = RandomModels.Inputs(40);
        float[] healthy = Run(model, input);
        model.State[5] = float.NaN;
        Assert.All(Run(model, input), static value => Assert.True(float.IsNaN(value)));
        model.Reset();
        Bits.AssertEqual(healthy, Run(model, input), "outputs after healing");
    }

    private static float[] Run(IStreamingModel model, float[] inputs)
    {
        var outputs = new float[inputs.Length / model.Info.InputSize * model.Info.OutputSize];
        model.Run(inputs, outputs);
        return outputs;
    }
}
