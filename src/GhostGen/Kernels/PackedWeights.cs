using GhostGen.Folding;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Kernels;

/// <summary>
/// The weights of one model in the order in which its kernels read them, in memory that starts on a cache line and never moves.
/// Read-only after construction, so all instances of the model, on any thread, share it.
/// </summary>
public sealed class PackedWeights
{
    private readonly AlignedFloats memory;
    private ModelShape? shape;

    private PackedWeights(int count)
    {
        // A kernel may read up to one vector beyond the last weight, into lanes that are nobody's.
        memory = new AlignedFloats(count + PanelPolicy.WidestVector);
        Count = count;
    }

    /// <summary>The number of floats, padding included.</summary>
    public int Count { get; }

    /// <summary>The first weight, on a cache line. Writable only because vector loads take such references; nobody writes.</summary>
    public ref float Start => ref memory.Start;

    /// <summary>Describes a model whose kernels read weights of this kind.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="labels">A name for each output, or none.</param>
    public static ModelInfo Describe(ModelShape shape, params string[] labels) =>
        new(shape, (long)WeightPacker.FloatCount(shape, KernelWidth.Current) * sizeof(float)) { Labels = new(labels) };

    /// <summary>Lays out weights for the running machine's vectors.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="numbers">All tensors of all layers, folded as the compiler folds them and in its order. Not changed, and not kept.</param>
    public static PackedWeights FromNumbers(ModelShape shape, float[] numbers)
    {
        var weights = new LayerWeights[shape.Layers.Count];
        int start = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = new(shape.Layers[i], numbers, ref start);
        }

        return PackCompiled(shape, weights);
    }

    /// <summary>
    /// Lays out weights that generated code keeps as texts, one a layer: two UTF-16 units per float, low half first. Weights of
    /// <see cref="Precision.BFloat16"/>, whose low half is zero, are one unit; two that are stored as bytes are one, and the scales of a tensor follow its bytes.
    /// </summary>
    /// <param name="shape">The layers.</param>
    /// <param name="texts">The text of each layer: its tensors, folded as the compiler folds them and in its order.</param>
    public static PackedWeights FromText(ModelShape shape, params ReadOnlySpan<string> texts)
    {
        var weights = new LayerWeights[texts.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = WeightText.Read(shape.Layers[i], texts[i]);
        }

        return PackCompiled(shape, weights);
    }

    /// <summary>Lays out the weights of a model file for the running machine's vectors.</summary>
    public static PackedWeights Pack(ModelManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return PackAs(manifest, manifest.Shape);
    }

    /// <summary>Packs the weights of a model file for a model of a given shape.</summary>
    /// <param name="manifest">The file's content.</param>
    /// <param name="expected">The shape it has to have, names and ranges of inputs apart, and the precision of each layer.</param>
    /// <exception cref="ArgumentException">It has another one; the message says where they differ.</exception>
    public static PackedWeights Pack(ModelManifest manifest, ModelShape expected)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        RequireSameShape(manifest.Shape, expected, nameof(manifest));
        return PackAs(manifest, manifest.Shape.WithNumbersOf(expected));
    }

    /// <summary>Returns <paramref name="weights"/> if they were packed for a model of the given shape.</summary>
    /// <exception cref="ArgumentException">They were not.</exception>
    public static PackedWeights Require(PackedWeights weights, ModelShape expected)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.shape is null)
        {
            throw new ArgumentException("These weights were compiled into a model and cannot be given to another one.", nameof(weights));
        }

        RequireSameShape(weights.shape, expected, nameof(weights));
        for (int i = 0; i < expected.Layers.Count; i++)
        {
            if (weights.shape.Layers[i].Precision != expected.Layers[i].Precision)
            {
                throw new ArgumentException(
                    $"The weights were laid out for a class that stores those of layer '{expected.Layers[i].Name}' as {weights.shape.Layers[i].Precision}; this one stores {expected.Layers[i].Precision}. Load them with this class's own LoadWeights.",
                    nameof(weights));
            }
        }

        return weights;
    }

    /// <summary>Copies weights that are packed already.</summary>
    internal static PackedWeights Copy(ReadOnlySpan<float> packed)
    {
        var weights = new PackedWeights(packed.Length);
        packed.CopyTo(weights.Span);
        return weights;
    }

    private Span<float> Span => memory.Span[..Count];

    private static PackedWeights PackAs(ModelManifest manifest, ModelShape shape)
    {
        var weights = new LayerWeights[shape.Layers.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = new(manifest, shape.Layers[i]);
        }

        PackedWeights packed = Pack(WeightPacker.Stages(shape, KernelWidth.Current), weights);
        packed.shape = shape;
        return packed;
    }

    // The compiler has seen these weights, and its kernels leave out what these stages leave out.
    private static PackedWeights PackCompiled(ModelShape shape, LayerWeights[] weights) => Pack(WeightPacker.Stages(shape, KernelWidth.Current, weights), weights);

    private static PackedWeights Pack(StageLayout[][] stages, LayerWeights[] weights)
    {
        var packed = new PackedWeights(WeightPacker.FloatCount(stages));
        WeightPacker.Pack(stages, weights, packed.Span);
        return packed;
    }

    private static void RequireSameShape(ModelShape actual, ModelShape expected, string parameter)
    {
        if (ShapeDifference.Between(expected, actual) is { } difference)
        {
            throw new ArgumentException($"The weights are those of model '{actual.Name}', which has another shape: {difference}.", parameter);
        }
    }
}
