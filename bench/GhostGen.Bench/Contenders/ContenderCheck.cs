using System.Globalization;
using GhostGen.Bench.Models;
using GhostGen.Manifests;
using GhostGen.Reference;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Contenders;

/// <summary>Runs contenders beside the double-precision reference: a wrong result may be had in no time at all, so it is not timed.</summary>
internal sealed class ContenderCheck
{
    /// <summary>The largest absolute difference of an output that lies between -1 and 1: room for fast activations, not for mistakes.</summary>
    public const double LargestError = 1e-4;

    private const int Steps = 64;

    private readonly BenchModel shape;
    private readonly float[] inputs;
    private readonly double[] expected;

    internal ContenderCheck(BenchModel shape, ModelManifest manifest)
    {
        this.shape = shape;
        inputs = RandomModels.Inputs(Steps * shape.Info.InputSize, seed: 3);
        expected = new double[Steps * shape.Info.OutputSize];
        new DoubleReferenceModel(manifest).Run(Array.ConvertAll(inputs, static value => (double)value), expected);
    }

    /// <summary>Returns <paramref name="model"/>, reset, if it computes what it should, step by step and as a sequence.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public T Require<T>(string contender, T model)
        where T : IStreamingModel
    {
        RequireError(contender, model, LargestError);
        return model;
    }

    /// <summary>Runs <paramref name="model"/>, step by step and as a sequence, and resets it.</summary>
    /// <returns>The largest absolute difference of an output.</returns>
    /// <exception cref="InvalidOperationException">It is not below <paramref name="allowed"/>.</exception>
    public double RequireError(string contender, IStreamingModel model, double allowed)
    {
        int input = shape.Info.InputSize;
        int output = shape.Info.OutputSize;
        var outputs = new float[expected.Length];
        model.Reset();
        for (int i = 0; i < Steps; i++)
        {
            model.Step(inputs.AsSpan(i * input, input), outputs.AsSpan(i * output, output));
        }

        double ofSteps = Require(contender, "Step", outputs, allowed);
        Array.Clear(outputs);
        model.Reset();
        model.Run(inputs, outputs);
        double ofSequence = Require(contender, "Run", outputs, allowed);
        model.Reset();
        return Math.Max(ofSteps, ofSequence);
    }

    /// <summary>Returns <paramref name="batch"/>, reset, if each of its streams computes what it should.</summary>
    /// <exception cref="InvalidOperationException">One does not.</exception>
    public IStreamingBatch RequireBatch(string contender, IStreamingBatch batch)
    {
        (int input, int output) = (shape.Info.InputSize, shape.Info.OutputSize);
        var frames = new float[batch.Streams * input];
        var results = new float[batch.Streams * output];
        var outputs = new float[batch.Streams][];
        for (int stream = 0; stream < outputs.Length; stream++)
        {
            outputs[stream] = new float[expected.Length];
        }

        for (int i = 0; i < Steps; i++)
        {
            for (int stream = 0; stream < outputs.Length; stream++)
            {
                inputs.AsSpan(i * input, input).CopyTo(frames.AsSpan(stream * input));
            }

            batch.Step(frames, results);
            for (int stream = 0; stream < outputs.Length; stream++)
            {
                results.AsSpan(stream * output, output).CopyTo(outputs[stream].AsSpan(i * output));
            }
        }

        Array.ForEach(outputs, values => Require(contender, "Step", values, LargestError));
        batch.Reset();
        return batch;
    }

    private double Require(string contender, string member, float[] outputs, double allowed)
    {
        double largest = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double error = Math.Abs(outputs[i] - expected[i]);

            // Written so that NaN does not pass.
            if (!(error < allowed))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{contender}' is wrong for {shape.Title} and is not timed: in step {i / shape.Info.OutputSize} of {Steps} of {member}, output {i % shape.Info.OutputSize} is {outputs[i]:R} where the double reference has {expected[i]:R}; {allowed:R} is allowed."));
            }

            largest = Math.Max(largest, error);
        }

        return largest;
    }
}
