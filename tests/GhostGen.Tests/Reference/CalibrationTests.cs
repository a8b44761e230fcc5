using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using GhostGen.Tests.Manifests;
using Xunit;

namespace GhostGen.Tests.Reference;

/// <summary>The ranges that calibration finds are the largest values that layers read, and what it cannot calibrate with it refuses by place.</summary>
public sealed class CalibrationTests
{
    private const int Steps = 40;

    /// <summary>A layer for each way to be calibrated: the model's input, what relu leaves, what tanh bounds, what nothing bounds.</summary>
    private static readonly ModelManifest Model = RandomModels.Manifest(new("calibrated_normalized", new(
    [
        new DenseShape("front", 3, 7) { Activation = Activation.Relu, InputRange = 100 },
        new GruShape("memory", 7, 5) { CandidateActivation = Activation.Relu },
        new GhostGruShape("ghost", 5, 8),
        new DenseShape("linear", 8, 4) { InputRange = 100 },
        new DenseShape("head", 4, 2),
    ])));

    private static readonly float[] Sequence = RandomModels.Inputs(Steps * 3);

    [Fact]
    public void A_range_is_the_largest_value_that_a_layer_reads_and_layers_behind_tanh_have_none()
    {
        float[] other = RandomModels.Inputs(Steps * 3, seed: 3, bound: 0.5f);
        float?[] expected = [Largest(Sequence), Math.Max(LargestOutput(1, Sequence), LargestOutput(1, other)), Math.Max(LargestOutput(2, Sequence), LargestOutput(2, other)), null, Math.Max(LargestOutput(4, Sequence), LargestOutput(4, other))];
        Assert.Equal(expected, Ranges(Calibration.Calibrate(Model, [other, Sequence])));
        Assert.Equal(expected, Ranges(Calibration.Calibrate(Model, [Sequence, other, Sequence])));
    }

    [Fact]
    public void Every_sequence_begins_with_a_state_of_zero()
    {
        // What the update gate keeps of the state grows from step to step, and would go on growing.
        ModelManifest growing = Fill(new("growing", new([new GruShape("memory", 1, 1) { CandidateActivation = Activation.Relu }, new DenseShape("head", 1, 1)])), 1);
        float[] sequence = [1, 1, 1];
        Assert.Equal(Ranges(Calibration.Calibrate(growing, [sequence])), Ranges(Calibration.Calibrate(growing, [sequence, sequence])));
        Assert.NotEqual(Ranges(Calibration.Calibrate(growing, [sequence])), Ranges(Calibration.Calibrate(growing, [sequence.Concat(sequence).ToArray()])));
    }

    [Fact]
    public void Headroom_multiplies_ranges()
    {
        float?[] plain = Ranges(Calibration.Calibrate(Model, [Sequence]));
        Assert.Equal(plain.Select(static range => range * 1.25f), Ranges(Calibration.Calibrate(Model, [Sequence], 1.25f)));
        Assert.Equal(plain.Select(static range => range * 0.5f), Ranges(Calibration.Calibrate(Model, [Sequence], 0.5f)));
    }

    [Fact]
    public void Everything_else_stays_and_the_ranges_are_in_the_file()
    {
        ModelManifest model = SmallModel.WithTexts(Model, ["left", "right"], new() { ["source"] = "test" }, Model.Normalization);
        ModelManifest calibrated = Calibration.Calibrate(model, [Sequence]);
        Assert.Equal([100, null, null, 100, null], Ranges(model));
        SmallModel.AssertSame(model, calibrated.WithInputRanges(Ranges(model)));
        Assert.Same(model.Tensor(model.Shape.Layers[0], TensorNames.Weight), calibrated.Tensor(calibrated.Shape.Layers[0], TensorNames.Weight));
        SmallModel.AssertSame(calibrated, ManifestReader.Read(SmallModel.Write(calibrated), "x"));
    }

    [Fact]
    public void Zeros_say_nothing_of_a_range_and_next_to_nothing_has_the_least()
    {
        ModelManifest dense = Fill(new("silent", new([new DenseShape("first", 1, 1), new DenseShape("second", 1, 1) { Bias = false }])), 0);
        Assert.Equal([1, null], Ranges(Calibration.Calibrate(dense, [new float[] { 1 }])));
        Assert.Equal([null, null], Ranges(Calibration.Calibrate(dense, [new float[] { 0, -0f }])));
        Assert.Equal([ShapeLimits.LeastInputRange, null], Ranges(Calibration.Calibrate(dense, [new float[] { 0, float.Epsilon }])));
    }

    [Fact]
    public void Sequences_that_cannot_be_run_are_refused_by_place()
    {
        AssertRefused([], "There are no sequences; give at least one.");
        AssertRefused([Sequence, Array.Empty<float>()], "Sequence 1 is empty; a sequence has one or more steps of 3 values.");
        AssertRefused([new float[7]], "Sequence 0 has 7 values, 1 too many for 2 steps; a step reads 3.");
        AssertRefused([Sequence, new float[] { 0, 0, 0, 0, float.NaN, 0 }], "Sequence 1 has NaN in step 1, at input 1; inputs are finite.");
        AssertRefused([new float[] { 0, 0, float.NegativeInfinity }], "Sequence 0 has an infinity in step 0, at input 2; inputs are finite.");
    }

    [Fact]
    public void A_layer_whose_input_leaves_single_precision_is_named()
    {
        ModelManifest loud = Fill(new("loud", new([new DenseShape("first", 1, 1), new DenseShape("second", 1, 1)])), 1e30f);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Calibration.Calibrate(loud, [new float[] { 0 }, new float[] { 0, 1e10f }]));
        Assert.Contains("Layer 'second' reads an infinity in step 1 of sequence 1: what the layers before it compute leaves single precision", exception.Message, StringComparison.Ordinal);
        Assert.Equal("sequences", exception.ParamName);
    }

    [Fact]
    public void A_range_that_no_file_can_have_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(static () => Calibration.Calibrate(Model, [new float[] { 0, 0, 1e18f }], 2));
        Assert.Contains("Layer 'front' reads values of up to 1E+18, which makes a range of 2E+18; a range is at most 2^60", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Headroom_is_a_positive_number(float headroom) =>
        Assert.Equal("headroom", Assert.Throws<ArgumentException>(() => Calibration.Calibrate(Model, [Sequence], headroom)).ParamName);

    private static void AssertRefused(ReadOnlyMemory<float>[] sequences, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Calibration.Calibrate(Model, sequences));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal("sequences", exception.ParamName);
    }

    private static float?[] Ranges(ModelManifest manifest) => [.. manifest.Shape.Layers.Select(static layer => layer.InputRange)];

    private static float Largest(float[] values) => values.Max(Math.Abs);

    /// <summary>The largest output of the first layers by themselves.</summary>
    private static float LargestOutput(int layers, float[] inputs)
    {
        ModelShape shape = new("first", new(Model.Shape.Layers.Take(layers)));
        var tensors = shape.Layers.SelectMany(static layer => layer.Tensors, static (layer, tensor) => (layer, tensor.Name))
            .ToDictionary(static pair => $"{pair.layer.Name}.{pair.Name}", static pair => Model.Tensor(pair.layer, pair.Name));
        var outputs = new float[Steps * shape.OutputSize];
        new ReferenceModel(new ModelManifest(shape, tensors, normalization: Model.Normalization)).Run(inputs, outputs);
        return Largest(outputs);
    }

    private static ModelManifest Fill(ModelShape shape, float weight) => new(shape, shape.Layers
        .SelectMany(static layer => layer.Tensors, static (layer, tensor) => (Name: $"{layer.Name}.{tensor.Name}", tensor.Count))
        .ToDictionary(static tensor => tensor.Name, tensor => Enumerable.Repeat(weight, (int)tensor.Count).ToArray()));
}
