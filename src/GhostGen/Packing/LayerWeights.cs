using GhostGen.Folding;
using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>Finds the weights and biases of a layer's accumulators among its tensors, into which everything has been folded.</summary>
internal sealed class LayerWeights
{
    private const int ResetGate = 0;
    private const int UpdateGate = 1;
    private const int CandidateGate = 2;

    private readonly Func<string, ArraySegment<float>> tensor;
    private readonly LayerShape layer;
    private readonly Sequence<TensorShape> tensors;
    private readonly int intrinsic;

    /// <summary>The weights of a layer of a model.</summary>
    internal LayerWeights(ModelManifest manifest, LayerShape layer)
        : this(layer, manifest.Folded(layer))
    {
    }

    private LayerWeights(LayerShape layer, FoldedLayer folded)
        : this(layer, name => new ArraySegment<float>(folded[name]))
    {
    }

    /// <summary>The weights of a layer whose tensors are found by <paramref name="tensor"/>.</summary>
    internal LayerWeights(LayerShape layer, Func<string, ArraySegment<float>> tensor)
    {
        this.layer = layer;
        this.tensor = tensor;
        tensors = FoldedTensors.Of(layer);
        intrinsic = layer is GhostGruShape ghost ? ghost.Intrinsic : layer.OutputSize;
    }

    /// <summary>The matrix that multiplies <paramref name="source"/> into <paramref name="accumulator"/>, a row per output.</summary>
    internal Matrix Weights(Accumulator accumulator, StageSource source) => accumulator switch
    {
        Accumulator.Output => new(Tensor(TensorNames.Weight), 0, layer.InputSize),
        Accumulator.Ghost => new(Tensor(TensorNames.WeightCheap), 0, CheapColumns),
        _ when source == StageSource.Input => Gate(TensorNames.WeightInput, accumulator, 0, layer.InputSize),
        _ => Gate(TensorNames.WeightHidden, accumulator, source == StageSource.Ghosts ? intrinsic : 0, layer.OutputSize),
    };

    /// <summary>
    /// Where the chain of <paramref name="accumulator"/> starts for each output. Biases that stand outside the reset gate are added
    /// to each other in single precision, in the order in which the formula lists them; where there is no bias the chain starts at zero.
    /// </summary>
    internal float[] Biases(Accumulator accumulator, int outputs)
    {
        float[]? biases = null;
        foreach (string name in BiasNames(accumulator))
        {
            TensorShape? shape = tensors.FirstOrDefault(candidate => candidate.Name == name);
            if (shape is null)
            {
                continue;
            }

            ReadOnlySpan<float> values = Tensor(name);
            int first = name is TensorNames.BiasInput or TensorNames.BiasHidden ? GateOf(accumulator) * intrinsic : 0;
            if (biases is null)
            {
                // Copied, not added to zero: that would turn a bias of -0 into +0.
                biases = values.Slice(first, outputs).ToArray();
                continue;
            }

            for (int i = 0; i < outputs; i++)
            {
                biases[i] += values[first + i];
            }
        }

        return biases ?? new float[outputs];
    }

    private static string[] BiasNames(Accumulator accumulator) => accumulator switch
    {
        Accumulator.Reset or Accumulator.Update => [TensorNames.BiasInput, TensorNames.BiasHidden],
        Accumulator.Candidate => [TensorNames.BiasInput, TensorNames.BiasGhostCandidate],
        Accumulator.Recurrent => [TensorNames.BiasHidden],
        Accumulator.Ghost => [TensorNames.BiasCheap],
        _ => [TensorNames.Bias],
    };

    private static int GateOf(Accumulator accumulator) => accumulator switch
    {
        Accumulator.Reset => ResetGate,
        Accumulator.Update => UpdateGate,
        _ => CandidateGate,
    };

    private int CheapColumns => layer is GhostGruShape { Cheap: CheapMap.Diagonal } ? 1 : ((GhostGruShape)layer).Intrinsic / ((GhostGruShape)layer).Groups;

    private Matrix Gate(string name, Accumulator accumulator, int firstColumn, int columns) =>
        new(Tensor(name), (GateOf(accumulator) * intrinsic * columns) + firstColumn, columns);

    private ArraySegment<float> Tensor(string name) => tensor(name);

    /// <summary>A rectangle within a row-major tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="start">The index of the rectangle's first element.</param>
    /// <param name="stride">The distance of rows.</param>
    internal sealed class Matrix(ArraySegment<float> tensor, int start, int stride)
    {
        private readonly float[] values = tensor.Array!;
        private readonly int first = tensor.Offset + start;

        /// <summary>The distance of rows.</summary>
        internal int Stride => stride;

        internal float this[int row, int column] => values[first + (row * stride) + column];

        /// <summary>The elements from the beginning of <paramref name="row"/> on.</summary>
        internal ReadOnlySpan<float> From(int row) => values.AsSpan(first + (row * stride));
    }
}
