using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>
/// Runs any model in single precision, straight from the equations (GhostRNN, arXiv 2411.14489), one output after the other. Slow, and
/// what generated code is held against: on one machine both give the same bits.
/// </summary>
/// <remarks>
/// Every sum is one chain of <see cref="Scalar.MultiplyAdd"/> that starts at its bias (biases outside the reset gate are added to each
/// other first; +0 where there is none) and takes the input, ascending, and then the state, ascending. One instance is for one thread at
/// a time; instances share the manifest's weights, which nobody writes.
/// </remarks>
public sealed class ReferenceModel : IStreamingModel
{
    private readonly ReferenceStage[] layers;
    private readonly float[] state;

    /// <summary>Prepares a model; its state is zero.</summary>
    /// <param name="manifest">Shape and weights. Weights that nothing is folded into are used where they are, not copied.</param>
    /// <param name="accuracy">How exactly sigmoid and tanh are computed: as the class does it that this model is held against.</param>
    /// <param name="precision">The numbers that weights are rounded to.</param>
    public ReferenceModel(ModelManifest manifest, ActivationAccuracy accuracy = ActivationAccuracy.Accurate, Precision precision = Precision.Float32)
        : this(manifest, ShapeOf(manifest).WithPrecision(precision), accuracy)
    {
    }

    /// <summary>Prepares what a compiled class is held against: a model with its precision and its ranges of inputs, layer by layer, and its activations. Its state is zero.</summary>
    /// <param name="manifest">Weights, and a shape that differs from the class's in names and ranges of inputs at most.</param>
    /// <param name="compiled">The class's <c>Info</c>.</param>
    /// <exception cref="ArgumentException">The shapes differ; the message says where.</exception>
    public ReferenceModel(ModelManifest manifest, ModelInfo compiled)
        : this(manifest, SameShape(manifest, compiled), compiled.Accuracy)
    {
    }

    private ReferenceModel(ModelManifest manifest, ModelShape shape, ActivationAccuracy accuracy)
    {
        layers = new ReferenceStage[shape.Layers.Count];
        for (int i = 0; i < layers.Length; i++)
        {
            LayerShape layer = shape.Layers[i];
            bool inputIsBounded = i > 0 && SourceRange.HasBoundedOutput(shape.Layers[i - 1]);
            FoldedLayer weights = manifest.Folded(layer);
            layers[i] = layer.Precision == Precision.Integer
                ? Integers(weights, layer, inputIsBounded, i > 0 ? layers[i - 1] : null)
                : new SingleStage(weights, layer, new(layer, inputIsBounded, accuracy));
        }

        state = new float[shape.StateSize];
        Info = new ModelInfo(shape, shape.Parameters * sizeof(float)) { Labels = manifest.Labels, Accuracy = accuracy };
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public Span<float> State => state;

    /// <summary>Sees the input of each layer in each step.</summary>
    internal LayerInputObserver? InputObserver { get; init; }

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> input, Span<float> output)
    {
        StepArguments.Check(input.Length, output.Length, Info.InputSize, Info.OutputSize);
        ReadOnlySpan<float> values = input;
        Span<float> rest = state;
        for (int i = 0; i < layers.Length; i++)
        {
            InputObserver?.Invoke(i, values);
            int size = Info.Layers[i].StateSize;
            values = layers[i].Step(values, rest[..size]);
            rest = rest[size..];
        }

        values.CopyTo(output);
    }

    /// <inheritdoc/>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int steps = StepArguments.CheckRun(inputs, outputs, Info.InputSize, Info.OutputSize);
        for (int i = 0; i < steps; i++)
        {
            Step(inputs.Slice(i * Info.InputSize, Info.InputSize), outputs.Slice(i * Info.OutputSize, Info.OutputSize));
        }
    }

    /// <inheritdoc/>
    public void Reset() => state.AsSpan().Clear();

    private static ModelShape ShapeOf(ModelManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Shape;
    }

    private static ModelShape SameShape(ModelManifest manifest, ModelInfo compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ModelShape shape = ShapeOf(manifest);
        return ShapeDifference.Between(compiled.Shape, shape) is { } difference
            ? throw new ArgumentException($"The model file '{shape.Name}' is not what was compiled as '{compiled.Name}': {difference}.", nameof(manifest))
            : shape.WithNumbersOf(compiled.Shape);
    }

    /// <summary>A layer of whole numbers. A range that is given of its input is one of singles.</summary>
    private static IntegerStage Integers(FoldedLayer weights, LayerShape layer, bool inputIsBounded, ReferenceStage? before) => before is IntegerStage { PassesOn: true } whole
        ? new(weights, layer with { InputRange = null }, inputIsBounded, whole)
        : new(weights, layer, inputIsBounded, null);
}
