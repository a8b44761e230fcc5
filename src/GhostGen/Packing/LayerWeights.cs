using GhostGen.Folding;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Quantization;

namespace GhostGen.Packing;

/// <summary>Finds the weights and biases of a layer's accumulators among its tensors, into which everything has been folded.</summary>
internal sealed class LayerWeights
{
    private const int ResetGate = 0;
    private const int UpdateGate = 1;
    private const int CandidateGate = 2;

    private readonly LayerShape layer;
    private readonly int intrinsic;
    private readonly int hidden;
    private readonly Sequence<TensorShape> tensors;

    // Where the elements of each tensor are, in the order of the tensors.
    private readonly float[][] arrays;
    private readonly int[] starts;

    // Those that are stored as bytes.
    private readonly QuantizedTensor?[] quantized;

    /// <summary>The weights of a layer of a model.</summary>
    internal LayerWeights(ModelManifest manifest, LayerShape layer)
        : this(layer)
    {
        FoldedLayer folded = manifest.Folded(layer);
        for (int i = 0; i < arrays.Length; i++)
        {
            arrays[i] = folded[tensors[i].Name];
        }

        Quantize();
    }

    /// <summary>The weights of a layer whose tensors follow each other.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="numbers">Its tensors, in the order of <see cref="FoldedTensors"/>.</param>
    /// <param name="start">Where the first of them begins; set to where the last one ends.</param>
    internal LayerWeights(LayerShape layer, float[] numbers, ref int start)
        : this(layer)
    {
        for (int i = 0; i < arrays.Length; i++)
        {
            arrays[i] = numbers;
            starts[i] = start;
            start += (int)tensors[i].Count;
        }

        Quantize();
    }

    /// <summary>The weights of a layer as generated code keeps them.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="singles">The elements of each of its tensors, in the order of <see cref="FoldedTensors"/>; of those that are stored as bytes none.</param>
    /// <param name="bytes">Those that are stored as bytes; <see langword="null"/> in the places of the others.</param>
    internal LayerWeights(LayerShape layer, float[][] singles, QuantizedTensor?[] bytes)
        : this(layer)
    {
        for (int i = 0; i < arrays.Length; i++)
        {
            arrays[i] = singles[i];
            quantized[i] = bytes[i];
        }
    }

    private LayerWeights(LayerShape layer)
    {
        this.layer = layer;
        intrinsic = layer is GhostGruShape ghost ? ghost.Intrinsic : layer.OutputSize;
        hidden = layer is GhostGruShape folded && GhostFolding.Applies(folded) ? folded.Intrinsic : layer.OutputSize;
        tensors = FoldedTensors.Of(layer);
        arrays = new float[tensors.Count][];
        starts = new int[tensors.Count];
        quantized = new QuantizedTensor?[tensors.Count];
    }

    /// <summary>The elements of a tensor.</summary>
    /// <param name="tensor">Its place among <see cref="FoldedTensors"/>.</param>
    internal ReadOnlySpan<float> Elements(int tensor) => arrays[tensor].AsSpan(starts[tensor], (int)tensors[tensor].Count);

    /// <summary>A tensor as bytes; <see langword="null"/> where it is not stored so.</summary>
    /// <param name="tensor">Its place among <see cref="FoldedTensors"/>.</param>
    internal QuantizedTensor? Quantized(int tensor) => quantized[tensor];

    /// <summary>The matrix that multiplies <paramref name="source"/> into <paramref name="accumulator"/>, a row per output.</summary>
    internal Matrix Weights(Accumulator accumulator, StageSource source)
    {
        (string name, int start, int stride) = Find(accumulator, source);
        int tensor = IndexOf(name);
        return new(arrays[tensor], starts[tensor] + start, stride);
    }

    /// <summary>The same as bytes and scales, where the layer's weights are stored so.</summary>
    internal ByteMatrix Bytes(Accumulator accumulator, StageSource source)
    {
        (string name, int start, int stride) = Find(accumulator, source);
        int tensor = IndexOf(name);
        int parts = TensorParts.Of(layer, tensors[tensor]).Length;
        int part = source == StageSource.Ghosts ? parts - 1 : 0;
        int firstRow = start / stride;
        return new(quantized[tensor]!, start, stride, (firstRow * parts) + part, parts);
    }

    private (string Tensor, int Start, int Stride) Find(Accumulator accumulator, StageSource source) => accumulator switch
    {
        Accumulator.Output => (TensorNames.Weight, 0, layer.InputSize),
        Accumulator.Ghost => (TensorNames.WeightCheap, 0, CheapColumns),
        _ when source == StageSource.Input => Gate(TensorNames.WeightInput, accumulator, 0, layer.InputSize),
        _ when source == StageSource.GhostsPresent => Gate(FoldedNames.BiasGhosts, accumulator, 0, 1),
        Accumulator.Candidate when source == StageSource.Intrinsic && IndexOf(FoldedNames.WeightGhostCandidate) >= 0 => (FoldedNames.WeightGhostCandidate, 0, intrinsic),
        _ => Gate(TensorNames.WeightHidden, accumulator, source == StageSource.Ghosts ? intrinsic : 0, hidden),
    };

    /// <summary>
    /// Where the chain of <paramref name="accumulator"/> starts for each output. Biases that stand outside the reset gate are added
    /// to each other in single precision, in the order in which the formula lists them. Where there is no bias the chain of a dense layer
    /// starts at zero, and those of a recurrent layer at <see cref="ChainStart.Least"/>.
    /// </summary>
    internal float[] Biases(Accumulator accumulator, int outputs)
    {
        float[]? biases = null;
        foreach (string name in BiasNames(accumulator))
        {
            int tensor = IndexOf(name);
            if (tensor < 0)
            {
                continue;
            }

            float[] values = arrays[tensor];
            int first = starts[tensor] + (name is TensorNames.BiasInput or TensorNames.BiasHidden ? GateOf(accumulator) * intrinsic : 0);
            if (biases is null)
            {
                // Copied, not added to zero: that would turn a bias of -0 into +0.
                biases = new float[outputs];
                Array.Copy(values, first, biases, 0, outputs);
                continue;
            }

            for (int i = 0; i < outputs; i++)
            {
                biases[i] += values[first + i];
            }
        }

        biases ??= new float[outputs];
        for (int i = 0; i < outputs && accumulator != Accumulator.Output; i++)
        {
            biases[i] = ChainStart.Of(biases[i]);
        }

        return biases;
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

    private (string Tensor, int Start, int Stride) Gate(string name, Accumulator accumulator, int firstColumn, int columns) =>
        (name, (GateOf(accumulator) * intrinsic * columns) + firstColumn, columns);

    private void Quantize()
    {
        for (int i = 0; i < arrays.Length; i++)
        {
            if (TensorParts.IsBytes(layer, tensors[i]))
            {
                quantized[i] = QuantizedTensor.Of(arrays[i].AsSpan(starts[i], (int)tensors[i].Count), TensorParts.Of(layer, tensors[i]));
            }
        }
    }

    private int IndexOf(string name)
    {
        int tensor = tensors.Count - 1;
        while (tensor >= 0 && tensors[tensor].Name != name)
        {
            tensor--;
        }

        return tensor;
    }

    /// <summary>A rectangle within a row-major tensor.</summary>
    /// <param name="values">The array that holds the tensor.</param>
    /// <param name="first">The index of the rectangle's first element.</param>
    /// <param name="stride">The distance of rows.</param>
    internal sealed class Matrix(float[] values, int first, int stride)
    {
        /// <summary>The distance of rows.</summary>
        internal int Stride => stride;

        internal float this[int row, int column] => values[first + (row * stride) + column];

        /// <summary>The elements from the beginning of <paramref name="row"/> on.</summary>
        internal ReadOnlySpan<float> From(int row) => values.AsSpan(first + (row * stride));
    }

    /// <summary>A rectangle within a row-major tensor of bytes, all of whose columns share a scale in each row.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="first">The index of the rectangle's first byte.</param>
    /// <param name="stride">The distance of rows.</param>
    /// <param name="firstScale">The index of its first row's scale.</param>
    /// <param name="scaleStride">The distance of scales.</param>
    internal sealed class ByteMatrix(QuantizedTensor tensor, int first, int stride, int firstScale, int scaleStride)
    {
        /// <summary>The bytes from the beginning of <paramref name="row"/> on.</summary>
        internal ReadOnlySpan<sbyte> From(int row) => tensor.Bytes.AsSpan(first + (row * stride));

        /// <summary>What the bytes of a row are to be multiplied with.</summary>
        internal float Scale(int row) => tensor.Scales[firstScale + (row * scaleStride)];

        /// <summary>The largest scale of the source, over all rows of the tensor.</summary>
        internal float LargestScale() => tensor.LargestScale(firstScale % scaleStride, scaleStride);
    }
}
