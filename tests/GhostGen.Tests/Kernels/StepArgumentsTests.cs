using GhostGen.Kernels;
using Xunit;

namespace GhostGen.Tests.Kernels;

public class StepArgumentsTests
{
    [Fact]
    public void Names_both_lengths_of_a_wrong_input()
    {
        var exception = Assert.Throws<ArgumentException>("input", static () => StepArguments.Check(9, 12, 10, 12));
        Assert.Contains("reads 10 values; 9 were given", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_both_lengths_of_a_wrong_output()
    {
        var exception = Assert.Throws<ArgumentException>("output", static () => StepArguments.Check(10, 13, 10, 12));
        Assert.Contains("writes 12 values; there is room for 13", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_the_steps_of_a_sequence()
    {
        Assert.Equal(3, StepArguments.CheckRun(new float[30], new float[36], 10, 12));
        Assert.Equal(0, StepArguments.CheckRun([], [], 10, 12));
    }

    [Fact]
    public void Refuses_a_sequence_that_ends_within_a_step()
    {
        var exception = Assert.Throws<ArgumentException>("inputs", static () => StepArguments.CheckRun(new float[31], new float[36], 10, 12));
        Assert.Contains("multiple of 10 inputs; 31 were given, 1 too many for 3 steps", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_room_for_another_number_of_steps()
    {
        var exception = Assert.Throws<ArgumentException>("outputs", static () => StepArguments.CheckRun(new float[30], new float[35], 10, 12));
        Assert.Contains("3 steps and need 36 outputs; there is room for 35", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_outputs_over_inputs()
    {
        var memory = new float[40];
        var exception = Assert.Throws<ArgumentException>("outputs", () => StepArguments.CheckRun(memory.AsSpan(0, 20), memory.AsSpan(19, 20), 1, 1));
        Assert.Contains("must not overlap", exception.Message, StringComparison.Ordinal);
    }
}
