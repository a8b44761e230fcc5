using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>What <see cref="IStreamingModel"/> promises, for each runtime.</summary>
public sealed class StreamingTests
{
    public static TheoryData<string, string> Few => Models.Few;

    [Theory]
    [MemberData(nameof(Few))]
    public void Run_gives_the_bits_of_single_steps(string runtime, string name)
    {
        const int Steps = 30;
        IStreamingModel model = Models.Create(runtime, name);
        float[] inputs = Models.Inputs(model.Info.Shape, Steps);
        float[] whole = Models.Run(model, inputs);

        IStreamingModel other = Models.Create(runtime, name);
        Models.AssertSameBits(whole, StepByStep(other, inputs));
        Models.AssertSameBits(model.State, other.State);
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void A_restored_state_continues_with_the_same_bits(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        float[] inputs = Models.Inputs(model.Info.Shape, 10);
        StepByStep(model, inputs);
        float[] saved = model.State.ToArray();
        Assert.Equal(model.Info.StateSize, saved.Length);
        float[] expected = StepByStep(model, inputs);

        IStreamingModel other = Models.Create(runtime, name);
        saved.CopyTo(other.State);
        Models.AssertSameBits(expected, StepByStep(other, inputs));
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void Reset_makes_a_model_new(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        float[] inputs = Models.Inputs(model.Info.Shape, 5);
        float[] first = StepByStep(model, inputs);
        Assert.Contains(model.State.ToArray(), static value => value != 0);

        model.Reset();
        Assert.All(model.State.ToArray(), static value => Assert.Equal(0f, value));
        Models.AssertSameBits(first, StepByStep(model, inputs));
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void The_state_is_the_output_of_the_recurrent_layers_in_order(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        ModelShape shape = model.Info.Shape;
        float[] outputs = StepByStep(model, Models.Inputs(shape, 7));
        if (shape.Layers[^1].StateSize > 0)
        {
            Models.AssertSameBits(outputs.AsSpan()[^shape.OutputSize..], model.State[^shape.OutputSize..]);
        }

        // The first layers alone remember the first part of the whole model's state.
        var start = new ModelShape("start", new(shape.Layers.Take(shape.Layers.Count - 1)));
        if (start.Layers.Count > 0)
        {
            ModelManifest manifest = RandomModels.Manifest(shape);
            var tensors = start.Layers.SelectMany(layer => layer.Tensors.Select(tensor => (layer, tensor)))
                .ToDictionary(static pair => $"{pair.layer.Name}.{pair.tensor.Name}", pair => manifest.Tensor(pair.layer, pair.tensor.Name));
            IStreamingModel part = Models.Create(runtime, new ModelManifest(start, tensors));
            StepByStep(part, Models.Inputs(shape, 7));
            Models.AssertSameBits(part.State, model.State[..start.StateSize]);
        }
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void Input_and_output_may_overlap(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        int inputSize = model.Info.InputSize;
        int outputSize = model.Info.OutputSize;
        float[] input = Models.Inputs(model.Info.Shape, 1);
        var expected = new float[outputSize];
        model.Step(input, expected);

        for (int shift = 0; shift < Math.Max(inputSize, outputSize); shift++)
        {
            var shared = new float[shift + inputSize + outputSize];
            input.CopyTo(shared, shift);
            model.Reset();
            model.Step(shared.AsSpan(shift, inputSize), shared.AsSpan(0, outputSize));
            Models.AssertSameBits(expected, shared.AsSpan(0, outputSize));

            input.CopyTo(shared, 0);
            model.Reset();
            model.Step(shared.AsSpan(0, inputSize), shared.AsSpan(shift, outputSize));
            Models.AssertSameBits(expected, shared.AsSpan(shift, outputSize));
        }
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void Wrong_lengths_throw_before_anything_is_written(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        int inputSize = model.Info.InputSize;
        int outputSize = model.Info.OutputSize;
        StepByStep(model, Models.Inputs(model.Info.Shape, 3));
        float[] state = model.State.ToArray();

        foreach ((int inputs, int outputs, int wrong) in (ReadOnlySpan<(int, int, int)>)
        [
            (inputSize - 1, outputSize, inputSize - 1), (inputSize + 1, outputSize, inputSize + 1),
            (inputSize, outputSize - 1, outputSize - 1), (inputSize, outputSize + 1, outputSize + 1), (0, 0, 0),
        ])
        {
            AssertRefuses(model, inputs, outputs, wrong, state, static (model, input, output) => model.Step(input, output));
        }

        foreach ((int inputs, int outputs) in (ReadOnlySpan<(int, int)>)
            [(2 * inputSize, (2 * outputSize) + 1), (2 * inputSize, 3 * outputSize), (2 * inputSize, outputSize), (0, outputSize)])
        {
            AssertRefuses(model, inputs, outputs, outputs, state, static (model, input, output) => model.Run(input, output));
        }

        if (inputSize > 1)
        {
            AssertRefuses(model, (2 * inputSize) + 1, 2 * outputSize, (2 * inputSize) + 1, state, static (model, input, output) => model.Run(input, output));
        }
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void Run_refuses_overlapping_sequences_and_accepts_empty_ones(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        model.Run([], []);
        Assert.All(model.State.ToArray(), static value => Assert.Equal(0f, value));

        var shared = new float[3 * (model.Info.InputSize + model.Info.OutputSize)];
        Assert.Throws<ArgumentException>(() =>
            model.Run(shared.AsSpan(0, 3 * model.Info.InputSize), shared.AsSpan((3 * model.Info.InputSize) - 1, 3 * model.Info.OutputSize)));
        Assert.All(shared, static value => Assert.Equal(0f, value));
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void A_step_allocates_nothing(string runtime, string name)
    {
        IStreamingModel model = Models.Create(runtime, name);
        float[] inputs = Models.Inputs(model.Info.Shape, 100);
        var outputs = new float[100 * model.Info.OutputSize];
        var output = new float[model.Info.OutputSize];
        model.Run(inputs, outputs);
        model.Step(inputs.AsSpan(0, model.Info.InputSize), output);

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Run(inputs, outputs);
        model.Step(inputs.AsSpan(0, model.Info.InputSize), output);
        model.Reset();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Few))]
    public void Many_threads_share_one_manifest(string runtime, string name)
    {
        ModelManifest manifest = RandomModels.Manifest(ModelTable.Shape(name));
        float[] inputs = Models.Inputs(manifest.Shape, 50);
        float[] expected = Models.Run(Models.Create(runtime, manifest), inputs);

        var results = new float[16][];
        Parallel.For(0, results.Length, i => results[i] = Models.Run(Models.Create(runtime, manifest), inputs));
        Assert.All(results, result => Models.AssertSameBits(expected, result));
    }

    private static float[] StepByStep(IStreamingModel model, float[] inputs)
    {
        int inputSize = model.Info.InputSize;
        int outputSize = model.Info.OutputSize;
        var outputs = new float[inputs.Length / inputSize * outputSize];
        for (int i = 0; i < inputs.Length / inputSize; i++)
        {
            model.Step(inputs.AsSpan(i * inputSize, inputSize), outputs.AsSpan(i * outputSize, outputSize));
        }

        return outputs;
    }

    private static void AssertRefuses(IStreamingModel model, int inputs, int outputs, int wrong, float[] state, Action<IStreamingModel, float[], float[]> call)
    {
        var input = new float[inputs];
        var output = new float[outputs];
        Array.Fill(output, 42f);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => call(model, input, output));
        Assert.Contains(wrong.ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        Assert.All(output, static value => Assert.Equal(42f, value));
        Models.AssertSameBits(state, model.State);
    }
}
