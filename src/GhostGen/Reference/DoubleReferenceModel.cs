using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>
/// Runs any model in double precision: the oracle of everything. Weights are widened, sums are plain loops, and the exponential and the
/// hyperbolic tangent are the framework's.
/// </summary>
/// <remarks>Written apart from <see cref="ReferenceModel"/>: that the two agree is worth something because they share nothing. One instance is for one thread at a time.</remarks>
public sealed class DoubleReferenceModel
{
    private readonly IDoubleLayer[] layers;
    private readonly double[][] outputs;
    private readonly double[] state;
    private readonly double[] normalized;
    private readonly InputNormalization? normalization;

    /// <summary>Prepares a model; its state is zero.</summary>
    /// <param name="manifest">Shape and weights; the weights are copied.</param>
    public DoubleReferenceModel(ModelManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        layers = [.. manifest.Shape.Layers.Select(layer => Layer(manifest, layer))];
        outputs = [.. manifest.Shape.Layers.Select(static layer => new double[layer.OutputSize])];
        state = new double[manifest.Shape.StateSize];
        normalized = new double[manifest.Shape.InputSize];
        normalization = manifest.Normalization;
        Info = new ModelInfo(manifest.Shape, manifest.Shape.Parameters * sizeof(double)) { Labels = manifest.Labels };
    }

    /// <summary>Layers, sizes and costs.</summary>
    public ModelInfo Info { get; }

    /// <summary>What the model remembers, laid out as <see cref="IStreamingModel.State"/> is.</summary>
    public Span<double> State => state;

    /// <summary>Reads one frame and writes one output. The two spans may overlap.</summary>
    /// <param name="input">Exactly <c>Info.InputSize</c> values.</param>
    /// <param name="output">Exactly <c>Info.OutputSize</c> values.</param>
    /// <exception cref="ArgumentException">A length is wrong; nothing has been written.</exception>
    public void Step(ReadOnlySpan<double> input, Span<double> output)
    {
        StepArguments.Check(input.Length, output.Length, Info.InputSize, Info.OutputSize);
        Normalize(input);
        ReadOnlySpan<double> values = normalized;
        Span<double> rest = state;
        for (int i = 0; i < layers.Length; i++)
        {
            int size = Info.Layers[i].StateSize;
            layers[i].Step(values, rest[..size], outputs[i]);
            values = outputs[i];
            rest = rest[size..];
        }

        values.CopyTo(output);
    }

    /// <summary>Reads a sequence of T frames and writes T outputs, as T calls of <see cref="Step"/> do.</summary>
    /// <param name="inputs">T times <c>Info.InputSize</c> values, frame after frame; T may be 0.</param>
    /// <param name="outputs">T times <c>Info.OutputSize</c> values; must not overlap <paramref name="inputs"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not belong to the same T, or the spans overlap; nothing has been written.</exception>
    public void Run(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        int steps = inputs.Length / Info.InputSize;
        if (inputs.Length % Info.InputSize != 0 || outputs.Length != (long)steps * Info.OutputSize)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{inputs.Length} inputs and {outputs.Length} outputs are not the same number of steps: a step reads {Info.InputSize} values and writes {Info.OutputSize}."));
        }

        if (outputs.Overlaps(inputs))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The {inputs.Length} inputs and the {outputs.Length} outputs overlap: outputs of early steps would be read as inputs of later ones."));
        }

        for (int i = 0; i < steps; i++)
        {
            Step(inputs.Slice(i * Info.InputSize, Info.InputSize), outputs.Slice(i * Info.OutputSize, Info.OutputSize));
        }
    }

    /// <summary>Forgets everything: sets <see cref="State"/> to zero.</summary>
    public void Reset() => state.AsSpan().Clear();

    /// <summary><c>(x - mean) * scale</c>, as it stands: nothing is folded here.</summary>
    private void Normalize(ReadOnlySpan<double> input)
    {
        for (int i = 0; i < normalized.Length; i++)
        {
            normalized[i] = (input[i] - (normalization?.Mean?[i] ?? 0)) * (normalization?.Scale?[i] ?? 1);
        }
    }

    private static IDoubleLayer Layer(ModelManifest manifest, LayerShape layer) => layer switch
    {
        GruShape gru => new DoubleRecurrent(manifest, gru),
        GhostGruShape ghost => new DoubleRecurrent(manifest, ghost),
        DenseShape dense => new DoubleDense(manifest, dense),
        _ => throw new ArgumentException($"Layers of kind '{layer.Kind}' (layer '{layer.Name}') have no reference.", nameof(layer)),
    };
}
