using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference.Generic;

namespace GhostGen.Reference;

/// <summary>
/// Runs any model with vectors and without a generator: what can be written by hand when sizes are only known at run time. Weights are
/// packed at construction in the order in which they are read, gates are fused, sums and activations stay in registers, and the widest
/// vectors that the machine is fast with are used. It is what generated code is compared with.
/// </summary>
/// <remarks>
/// Every sum is taken in the documented order, so the results are those of <see cref="ReferenceModel"/>, bit for bit. One instance is for
/// one thread at a time; each has packed weights of its own.
/// </remarks>
public sealed class GenericModel : IStreamingModel
{
    private readonly GenericLayer[] layers;
    private readonly float[] state;

    /// <summary>Prepares a model; its state is zero.</summary>
    /// <param name="manifest">Shape and weights; the weights are copied.</param>
    public GenericModel(ModelManifest manifest)
        : this(manifest, PanelCut.WidestLanes)
    {
    }

    /// <summary>Prepares a model for vectors of at most so many lanes: 16, 8, 4 or 1.</summary>
    internal GenericModel(ModelManifest manifest, int widestLanes)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        layers = [.. manifest.Shape.Layers.Select(layer => Layer(manifest, layer, widestLanes))];
        state = new float[manifest.Shape.StateSize + PanelCut.Slack];
        Info = new ModelInfo(manifest.Shape, layers.Sum(static layer => layer.WeightFloats) * sizeof(float)) { Labels = manifest.Labels };
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public Span<float> State => state.AsSpan(0, Info.StateSize);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(ReadOnlySpan<float> input, Span<float> output)
    {
        StepArguments.Check(input.Length, output.Length, Info.InputSize, Info.OutputSize);
        ref float values = ref MemoryMarshal.GetReference(input);
        ref float memory = ref MemoryMarshal.GetArrayDataReference(state);
        foreach (GenericLayer layer in layers)
        {
            values = ref layer.Step(ref values, ref memory);
            memory = ref Unsafe.Add(ref memory, layer.StateSize);
        }

        MemoryMarshal.CreateReadOnlySpan(ref values, output.Length).CopyTo(output);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int steps = StepArguments.CheckRun(inputs, outputs, Info.InputSize, Info.OutputSize);
        for (int i = 0; i < steps; i++)
        {
            Step(inputs.Slice(i * Info.InputSize, Info.InputSize), outputs.Slice(i * Info.OutputSize, Info.OutputSize));
        }
    }

    /// <inheritdoc/>
    public void Reset() => State.Clear();

    private static GenericLayer Layer(ModelManifest manifest, LayerShape layer, int widestLanes) => layer switch
    {
        GruShape or GhostGruShape => new GenericRecurrent(manifest, layer, widestLanes),
        DenseShape dense => new GenericDense(manifest, dense, widestLanes),
        _ => throw new ArgumentException($"Layers of kind '{layer.Kind}' (layer '{layer.Name}') have no generic kernel.", nameof(layer)),
    };
}
