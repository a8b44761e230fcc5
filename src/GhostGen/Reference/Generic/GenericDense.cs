using System.Runtime.CompilerServices;
using GhostGen.Kernels;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference.Generic;

/// <summary>A dense layer.</summary>
internal sealed class GenericDense : GenericLayer
{
    private readonly ProductRun[] panels;
    private readonly float[] output;
    private readonly int units;
    private readonly Activation activation;
    private readonly long weightFloats;

    internal GenericDense(ModelManifest manifest, DenseShape shape, int widestLanes)
    {
        panels = PanelRuns.Products(LayerStages.Of(shape, VectorWidth.Scalar)[0], new LayerWeights(manifest, shape), 0, widestLanes, ref weightFloats);
        output = Room(shape.Units);
        units = shape.Units;
        activation = shape.Activation;
    }

    /// <inheritdoc/>
    internal override long WeightFloats => weightFloats;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override ref float Step(ref float input, ref float state)
    {
        foreach (ProductRun run in panels)
        {
            run.Product(ref input, ref First(output), activation);
        }

        if (activation == Activation.Softmax)
        {
            Softmax.Apply(output.AsSpan(0, units));
        }

        return ref First(output);
    }
}
