using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>The cheap operation of a GhostGRU: <c>g = phi(W_g h + b_g)</c>, ghost by ghost.</summary>
internal sealed class ReferenceCheapMap
{
    private readonly GhostGruShape shape;
    private readonly float[] weights;
    private readonly float[]? biases;
    private readonly ReferenceActivation activation;
    private readonly ReferenceProduct product;
    private readonly int columns;

    internal ReferenceCheapMap(FoldedLayer layer, GhostGruShape shape, ReferenceActivation activation, ReferenceProduct product)
    {
        this.shape = shape;
        this.activation = activation;
        this.product = product;
        weights = shape.Ghosts > 0 ? layer[TensorNames.WeightCheap] : [];
        biases = shape.Ghosts > 0 && shape.CheapBias ? layer[TensorNames.BiasCheap] : null;
        columns = shape.Cheap switch
        {
            CheapMap.Dense => shape.Intrinsic,
            CheapMap.Grouped => shape.Intrinsic / shape.Groups,
            _ => 1,
        };
    }

    /// <summary>Writes the ghosts of the intrinsic state that the step has just computed.</summary>
    internal void Apply(ReadOnlySpan<float> intrinsic, Span<float> ghosts)
    {
        for (int i = 0; i < ghosts.Length; i++)
        {
            float start = ChainStart.Of(biases is null ? 0f : biases[i]);
            ReadOnlySpan<float> seen = intrinsic.Slice(FirstColumn(i), columns);
            float sum = shape.Cheap == CheapMap.Diagonal
                ? Chain.Add(start, weights.AsSpan(i, 1), seen)
                : product.Add(start, new(weights, i * columns, columns), seen, StageSource.NewIntrinsic);
            ghosts[i] = activation.Apply(shape.CheapActivation, sum);
        }
    }

    /// <summary>The first intrinsic state that a ghost sees.</summary>
    private int FirstColumn(int ghost) => shape.Cheap switch
    {
        CheapMap.Dense => 0,
        CheapMap.Grouped => ghost / (shape.Ghosts / shape.Groups) * columns,
        _ => ghost % shape.Intrinsic,
    };
}
