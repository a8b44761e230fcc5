using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>The oracle keeps the promises of a streaming model too.</summary>
public sealed class DoubleReferenceTests
{
    private readonly DoubleReferenceModel model = new(RandomModels.Manifest(ModelTable.Shape("stack_all_kinds")));
    private readonly double[] inputs = Array.ConvertAll(RandomModels.Inputs(20 * 13), static value => (double)value);

    [Fact]
    public void Run_gives_the_bits_of_single_steps()
    {
        double[] whole = Run();
        model.Reset();
        var single = new double[whole.Length];
        for (int i = 0; i < 20; i++)
        {
            model.Step(inputs.AsSpan(i * 13, 13), single.AsSpan(i * 12, 12));
        }

        Assert.Equal(whole, single);
    }

    [Fact]
    public void The_state_can_be_saved_restored_and_reset()
    {
        double[] first = Run();
        double[] saved = model.State.ToArray();
        Assert.Equal(50, saved.Length);
        double[] second = Run();
        Assert.NotEqual(first, second);

        saved.CopyTo(model.State);
        Assert.Equal(second, Run());

        model.Reset();
        Assert.Equal(first, Run());
    }

    [Fact]
    public void Input_and_output_may_overlap()
    {
        var expected = new double[12];
        model.Step(inputs.AsSpan(0, 13), expected);
        model.Reset();
        double[] shared = [.. inputs.AsSpan(0, 13)];
        model.Step(shared, shared.AsSpan(1, 12));
        Assert.Equal(expected, shared[1..]);
    }

    [Theory]
    [InlineData(12, 12, 12, 13)]
    [InlineData(13, 11, 11, 12)]
    [InlineData(14, 12, 14, 13)]
    public void A_wrong_length_of_a_step_throws_before_anything_is_written(int inputCount, int outputCount, int wrong, int right)
    {
        var output = new double[outputCount];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => model.Step(new double[inputCount], output));
        Assert.Contains($"{wrong}", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{right}", exception.Message, StringComparison.Ordinal);
        Assert.All(output, static value => Assert.Equal(0, value));
        Assert.All(model.State.ToArray(), static value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(27, 24)]
    [InlineData(26, 25)]
    [InlineData(26, 36)]
    public void A_wrong_length_of_a_sequence_throws_before_anything_is_written(int inputCount, int outputCount)
    {
        var output = new double[outputCount];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => model.Run(new double[inputCount], output));
        Assert.Contains($"{inputCount}", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{outputCount}", exception.Message, StringComparison.Ordinal);
        Assert.All(output, static value => Assert.Equal(0, value));
        Assert.All(model.State.ToArray(), static value => Assert.Equal(0, value));
    }

    [Fact]
    public void Overlapping_sequences_are_refused()
    {
        var shared = new double[50];
        Assert.Throws<ArgumentException>(() => model.Run(shared.AsSpan(0, 26), shared.AsSpan(25, 24)));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var outputs = new double[20 * 12];
        model.Run(inputs, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Run(inputs, outputs);
        model.Step(inputs.AsSpan(0, 13), outputs.AsSpan(0, 12));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private double[] Run()
    {
        var outputs = new double[inputs.Length / 13 * 12];
        model.Run(inputs, outputs);
        return outputs;
    }
}
