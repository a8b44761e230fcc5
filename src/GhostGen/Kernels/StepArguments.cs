using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GhostGen.Kernels;

/// <summary>Checks what a caller hands to a step before anything is written.</summary>
public static class StepArguments
{
    /// <summary>Checks the lengths of one step.</summary>
    /// <exception cref="ArgumentException">A length is wrong; the message names both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int inputLength, int outputLength, int inputSize, int outputSize)
    {
        if (inputLength != inputSize || outputLength != outputSize)
        {
            Throw(inputLength, outputLength, inputSize, outputSize);
        }
    }

    /// <summary>Checks the lengths of a sequence and returns its number of steps.</summary>
    /// <exception cref="ArgumentException">The lengths do not belong to the same number of steps, or the spans overlap.</exception>
    public static int CheckRun(ReadOnlySpan<float> inputs, Span<float> outputs, int inputSize, int outputSize)
    {
        int steps = inputs.Length / inputSize;
        if (inputs.Length % inputSize != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A sequence has a multiple of {inputSize} inputs; {inputs.Length} were given, {inputs.Length % inputSize} too many for {steps} steps."),
                nameof(inputs));
        }

        if (outputs.Length != (long)steps * outputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{inputs.Length} inputs are {steps} steps and need {(long)steps * outputSize} outputs; there is room for {outputs.Length}."),
                nameof(outputs));
        }

        if (inputs.Overlaps(outputs))
        {
            throw new ArgumentException("The inputs and outputs of a sequence must not overlap: an output would overwrite a later input.", nameof(outputs));
        }

        return steps;
    }

    /// <summary>Checks the lengths of one step of a batch.</summary>
    /// <exception cref="ArgumentException">A length is wrong; the message names both.</exception>
    internal static void CheckBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int streams, int inputSize, int outputSize)
    {
        if (inputs.Length != (long)streams * inputSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"A step of {streams} streams reads {(long)streams * inputSize} values, {inputSize} each; {inputs.Length} were given."), nameof(inputs));
        }

        if (outputs.Length != (long)streams * outputSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"A step of {streams} streams writes {(long)streams * outputSize} values, {outputSize} each; there is room for {outputs.Length}."), nameof(outputs));
        }
    }

    [DoesNotReturn]
    private static void Throw(int inputLength, int outputLength, int inputSize, int outputSize)
    {
        (string message, string parameter) = inputLength != inputSize
            ? (FormattableString.Invariant($"A step reads {inputSize} values; {inputLength} were given."), "input")
            : (FormattableString.Invariant($"A step writes {outputSize} values; there is room for {outputLength}."), "output");
        throw new ArgumentException(message, parameter);
    }
}
