using System.Runtime.InteropServices;
using GhostGen.Compiling;

namespace GhostGen.Cli.Verifying;

/// <summary>Whether a class's other forms, sequences and batches, have the bits of its steps.</summary>
internal static class FormCheck
{
    /// <summary>A whole tile and a part of one.</summary>
    private const int Streams = 11;

    /// <summary>Steps that are enough for any plan: blocks of eight, and every second step backward.</summary>
    private const int MostSteps = 100;

    /// <summary>Whether <see cref="IStreamingModel.Run"/> writes what steps have written, and leaves the state that they leave.</summary>
    /// <param name="compiled">The class.</param>
    /// <param name="input">Frame after frame.</param>
    public static bool RunHasTheBitsOfSteps(CompiledModel compiled, ReadOnlySpan<float> input)
    {
        IStreamingModel stepped = compiled.Create();
        IStreamingModel run = compiled.Create();
        ModelInfo info = stepped.Info;
        input = Start(input, info);
        int steps = input.Length / info.InputSize;
        var expected = new float[steps * info.OutputSize];
        for (int i = 0; i < steps; i++)
        {
            stepped.Step(input.Slice(i * info.InputSize, info.InputSize), expected.AsSpan(i * info.OutputSize, info.OutputSize));
        }

        var actual = new float[expected.Length];
        run.Run(input, actual);
        return SameBits(expected, actual) && SameBits(stepped.State, run.State);
    }

    /// <summary>Whether the streams of a batch write what instances of their own write. Each stream begins one frame later than the one before it.</summary>
    /// <param name="compiled">The class.</param>
    /// <param name="input">Frame after frame.</param>
    public static bool BatchHasTheBitsOfSteps(CompiledModel compiled, ReadOnlySpan<float> input)
    {
        IStreamingBatch batch = compiled.CreateBatch(Streams);
        ModelInfo info = batch.Info;
        IStreamingModel[] singles = [.. Enumerable.Range(0, Streams).Select(_ => compiled.Create())];
        input = Start(input, info);
        int steps = input.Length / info.InputSize;
        var frames = new float[Streams * info.InputSize];
        var actual = new float[Streams * info.OutputSize];
        var expected = new float[info.OutputSize];
        bool isSame = true;
        for (int step = 0; step < steps && isSame; step++)
        {
            for (int stream = 0; stream < Streams; stream++)
            {
                input.Slice((step + stream) % steps * info.InputSize, info.InputSize).CopyTo(frames.AsSpan(stream * info.InputSize));
            }

            batch.Step(frames, actual);
            for (int stream = 0; stream < Streams; stream++)
            {
                singles[stream].Step(frames.AsSpan(stream * info.InputSize, info.InputSize), expected);
                isSame &= SameBits(expected, actual.AsSpan(stream * info.OutputSize, info.OutputSize)) && SameBits(singles[stream].State, batch.State(stream));
            }
        }

        return isSame;
    }

    private static ReadOnlySpan<float> Start(ReadOnlySpan<float> input, ModelInfo info) => input[..Math.Min(input.Length, MostSteps * info.InputSize)];

    private static bool SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) =>
        MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual));
}
