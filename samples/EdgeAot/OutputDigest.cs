using System.Runtime.InteropServices;
using GhostGen;

namespace EdgeAot;

/// <summary>Turns what a model makes of a fixed sequence into a number: two builds that agree in every bit have the same one.</summary>
public static class OutputDigest
{
    /// <summary>The streams of a batch: a tile of eight that are computed together, and some that do not fill one.</summary>
    public const int Streams = 11;

    private const int Steps = 1000;

    /// <summary>The digest of a model's outputs, which are the same step by step, as a sequence and as a stream of a batch.</summary>
    /// <exception cref="InvalidOperationException">They are not.</exception>
    public static ulong Of(IStreamingModel model, IStreamingBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ulong steps = OfSteps(model);
        ulong[] others = [OfSequence(model), .. OfStreams(batch)];
        return others.All(other => other == steps)
            ? steps
            : throw new InvalidOperationException($"{batch.Info.Name}: steps give {steps:X16}, a sequence and the streams of a batch {string.Join(", ", others.Select(static other => $"{other:X16}"))}.");
    }

    /// <summary>The digest of a model's outputs from a new state, step by step.</summary>
    public static ulong OfSteps(IStreamingModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (int inputSize, int outputSize) = (model.Info.InputSize, model.Info.OutputSize);
        float[] inputs = Inputs(model.Info);
        var outputs = new float[Steps * outputSize];
        model.Reset();
        for (int step = 0; step < Steps; step++)
        {
            model.Step(inputs.AsSpan(step * inputSize, inputSize), outputs.AsSpan(step * outputSize, outputSize));
        }

        return Hash(outputs);
    }

    private static ulong OfSequence(IStreamingModel model)
    {
        // Two pieces that are no whole number of blocks.
        int cut = Steps / 3;
        float[] inputs = Inputs(model.Info);
        var outputs = new float[Steps * model.Info.OutputSize];
        model.Reset();
        model.Run(inputs.AsSpan(0, cut * model.Info.InputSize), outputs.AsSpan(0, cut * model.Info.OutputSize));
        model.Run(inputs.AsSpan(cut * model.Info.InputSize), outputs.AsSpan(cut * model.Info.OutputSize));
        return Hash(outputs);
    }

    /// <summary>All streams hear the same.</summary>
    private static ulong[] OfStreams(IStreamingBatch batch)
    {
        (int inputSize, int outputSize) = (batch.Info.InputSize, batch.Info.OutputSize);
        float[] inputs = Inputs(batch.Info);
        var frames = new float[batch.Streams * inputSize];
        var results = new float[batch.Streams * outputSize];
        float[][] outputs = [.. Enumerable.Range(0, batch.Streams).Select(_ => new float[Steps * outputSize])];
        batch.Reset();
        for (int step = 0; step < Steps; step++)
        {
            for (int stream = 0; stream < batch.Streams; stream++)
            {
                inputs.AsSpan(step * inputSize, inputSize).CopyTo(frames.AsSpan(stream * inputSize));
            }

            batch.Step(frames, results);
            for (int stream = 0; stream < batch.Streams; stream++)
            {
                results.AsSpan(stream * outputSize, outputSize).CopyTo(outputs[stream].AsSpan(step * outputSize));
            }
        }

        return Array.ConvertAll(outputs, Hash);
    }

    private static float[] Inputs(ModelInfo info) => new Noise().Fill(new float[Steps * info.InputSize], 2);

    /// <summary>FNV-1a over the bits.</summary>
    private static ulong Hash(float[] values)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte value in MemoryMarshal.AsBytes(values.AsSpan()))
        {
            hash = (hash ^ value) * 0x100000001B3;
        }

        return hash;
    }
}
