using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference;

/// <summary>The cheap operation of a GhostGRU: <c>g = phi(W_g h + b_g)</c>, ghost by ghost.</summary>
internal sealed class ReferenceCheapMap<T>
{
    private readonly GhostGruShape shape;
    private readonly float[] weights;
    private readonly float[]? biases;
    private readonly ReferenceArithmetic<T> arithmetic;
    private readonly int columns;

    internal ReferenceCheapMap(FoldedLayer layer, GhostGruShape shape, ReferenceArithmetic<T> arithmetic)
    {
        this.shape = shape;
        this.arithmetic = arithmetic;
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
    internal void Apply(ReadOnlySpan<T> intrinsic, Span<T> ghosts)
    {
        for (int i = 0; i < ghosts.Length; i++)
        {
            T start = arithmetic.Start(biases is null ? 0f : biases[i]);
            ReadOnlySpan<T> seen = intrinsic.Slice(FirstColumn(i), columns);
            T sum = shape.Cheap == CheapMap.Diagonal
                ? arithmetic.AddScaled(start, weights, i, seen[0])
                : arithmetic.Add(start, new(weights, i * columns, columns), seen, StageSource.NewIntrinsic);
            ghosts[i] = arithmetic.Apply(shape.CheapActivation, sum);
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
