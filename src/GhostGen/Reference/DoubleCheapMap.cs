using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Reference;

/// <summary>The cheap operation of a GhostGRU in double precision: <c>g = phi(W_g h + b_g)</c>, group by group.</summary>
internal sealed class DoubleCheapMap
{
    private readonly int intrinsicPerGroup;
    private readonly int ghostsPerGroup;
    private readonly DoubleMatrix[] groups;
    private readonly double[] biases;
    private readonly Activation activation;

    internal DoubleCheapMap(ModelManifest manifest, GhostGruShape shape)
    {
        float[] weights = manifest.Tensor(shape, TensorNames.WeightCheap);
        if (shape.Cheap == CheapMap.Diagonal)
        {
            // One scale per ghost is a matrix with one element per row: ghost i sees state i modulo s.
            weights = Spread(weights, shape.Intrinsic);
        }

        int count = shape.Cheap == CheapMap.Grouped ? shape.Groups : 1;
        intrinsicPerGroup = shape.Intrinsic / count;
        ghostsPerGroup = shape.Ghosts / count;
        groups = [.. Enumerable.Range(0, count).Select(group => new DoubleMatrix(weights, intrinsicPerGroup, group * ghostsPerGroup, ghostsPerGroup, 0, intrinsicPerGroup))];
        biases = shape.CheapBias ? DoubleVector.Widen(manifest.Tensor(shape, TensorNames.BiasCheap), 0, shape.Ghosts) : new double[shape.Ghosts];
        activation = shape.CheapActivation;
    }

    /// <summary>Writes the ghosts of an intrinsic state.</summary>
    internal void Apply(ReadOnlySpan<double> intrinsic, Span<double> ghosts)
    {
        biases.CopyTo(ghosts);
        for (int group = 0; group < groups.Length; group++)
        {
            groups[group].AddProduct(
                intrinsic.Slice(group * intrinsicPerGroup, intrinsicPerGroup),
                ghosts.Slice(group * ghostsPerGroup, ghostsPerGroup));
        }

        DoubleVector.Activate(activation, ghosts);
    }

    private static float[] Spread(float[] scales, int intrinsic)
    {
        var matrix = new float[scales.Length * intrinsic];
        for (int i = 0; i < scales.Length; i++)
        {
            matrix[(i * intrinsic) + (i % intrinsic)] = scales[i];
        }

        return matrix;
    }
}
