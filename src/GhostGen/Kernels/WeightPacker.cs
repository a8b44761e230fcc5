using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Kernels.Int8;
using GhostGen.Kernels.Integer;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Kernels;

/// <summary>Lays the weights of a model out in the order in which its kernels read them.</summary>
internal static class WeightPacker
{
    /// <summary>The floats of a model's packed weights, all of them stored.</summary>
    internal static int FloatCount(ModelShape shape, VectorWidth width)
    {
        int floats = 0;
        for (int i = 0; i < shape.Layers.Count; i++)
        {
            floats += LayerStages.FloatCount(shape.Layers[i], width);
        }

        return floats;
    }

    /// <summary>The stages of a model, layer by layer.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="width">The vectors of the kernels that will read their weights.</param>
    /// <param name="weights">The weights of each layer, where kernels have been compiled for them and leave blocks of zeros out; otherwise <see langword="null"/>.</param>
    internal static StageLayout[][] Stages(ModelShape shape, VectorWidth width, LayerWeights[]? weights = null)
    {
        var stages = new StageLayout[shape.Layers.Count][];
        for (int i = 0; i < stages.Length; i++)
        {
            LayerShape layer = shape.Layers[i];
            stages[i] = weights is null ? LayerStages.Of(layer, width) : LayerStages.Of(layer, width, weights[i]);
        }

        return stages;
    }

    /// <summary>The floats of the packed weights of some stages.</summary>
    internal static int FloatCount(StageLayout[][] stages)
    {
        int floats = 0;
        for (int i = 0; i < stages.Length; i++)
        {
            for (int j = 0; j < stages[i].Length; j++)
            {
                floats += stages[i][j].FloatCount;
            }
        }

        return floats;
    }

    /// <summary>Packs all layers, one after the other, each stage starting on a cache line.</summary>
    /// <param name="stages">What <see cref="Stages"/> returned.</param>
    /// <param name="weights">The weights of each layer.</param>
    /// <param name="packed">Where to: <see cref="FloatCount(StageLayout[][])"/> zeros.</param>
    internal static void Pack(StageLayout[][] stages, LayerWeights[] weights, Span<float> packed)
    {
        // Plain loops here and below: a program waits for this before its first step, and each generic method that a query or an
        // enumerator brings along is compiled first.
        for (int i = 0; i < weights.Length; i++)
        {
            for (int j = 0; j < stages[i].Length; j++)
            {
                StageLayout stage = stages[i][j];
                if (stage.Kind == StageKind.DiagonalCheap)
                {
                    PackDiagonal(stage, weights[i], packed);
                }
                else if (stage.Sparse is { } sparse)
                {
                    PackBlocks(stage, sparse, weights[i], packed);
                }
                else
                {
                    PackPanels(stage, weights[i], packed);
                }

                packed = packed[stage.FloatCount..];
            }
        }
    }

    private static void PackDiagonal(StageLayout stage, LayerWeights weights, Span<float> packed)
    {
        weights.Biases(Accumulator.Ghost, stage.Outputs).CopyTo(packed);
        LayerWeights.Matrix scales = weights.Weights(Accumulator.Ghost, StageSource.NewIntrinsic);
        Span<float> factors = packed.Slice(PanelPolicy.Align(stage.Outputs), stage.Outputs);
        scales.From(0)[..stage.Outputs].CopyTo(factors);
        if (stage.IsInteger)
        {
            IntegerPacker.MakeBiases(stage, packed[..stage.Outputs]);
            packed[stage.FloatCount - PanelPolicy.CacheLine] = IntegerPacker.MakeMultipliers(factors);
        }
    }

    private static void PackBlocks(StageLayout stage, SparseLayout sparse, LayerWeights weights, Span<float> packed)
    {
        LayerWeights.Matrix[] biases = Biases(stage, weights);
        int sums = 0;
        for (int i = 0; i < stage.Panels.Count; i++)
        {
            PackRows(stage.Panels[i], stage.Panels[i].FirstOutput, biases, 1, WeightForm.Single, packed, sums);
            sums += stage.Panels[i].RowStride(stage.Accumulators.Count);
        }

        packed = packed[PanelPolicy.Align(stage.SumCount)..];
        for (int i = 0; i < sparse.Parts.Count; i++)
        {
            SparsePart part = sparse.Parts[i];
            new SparseBlocks(stage, part.Input, part.Lanes, weights).Write(packed[..part.FloatCount]);
            packed = packed[part.FloatCount..];
        }
    }

    private static void PackPanels(StageLayout stage, LayerWeights weights, Span<float> packed)
    {
        // Biases are the weights of one more source, which is always 1.
        var matrices = new LayerWeights.Matrix[1 + stage.Inputs.Count][];
        matrices[0] = Biases(stage, weights);
        for (int i = 0; i < stage.Inputs.Count; i++)
        {
            StageInput input = stage.Inputs[i];
            matrices[1 + i] = new LayerWeights.Matrix[input.Accumulators.Count];
            for (int j = 0; j < input.Accumulators.Count; j++)
            {
                matrices[1 + i][j] = weights.Weights(input.Accumulators[j], input.Source);
            }
        }

        for (int repeat = 0; repeat < stage.Repeats; repeat++)
        {
            for (int i = 0; i < stage.Panels.Count; i++)
            {
                PanelLayout panel = stage.Panels[i];
                PackPanel(stage, panel, (repeat * stage.Outputs) + panel.FirstOutput, weights, matrices, packed);
                packed = packed[panel.FloatCount(stage.Accumulators.Count, stage.Inputs)..];
            }
        }
    }

    private static LayerWeights.Matrix[] Biases(StageLayout stage, LayerWeights weights)
    {
        var biases = new LayerWeights.Matrix[stage.Accumulators.Count];
        for (int i = 0; i < biases.Length; i++)
        {
            biases[i] = new(weights.Biases(stage.Accumulators[i], stage.Outputs * stage.Repeats), 0, 1);
        }

        return biases;
    }

    private static void PackPanel(StageLayout stage, PanelLayout panel, int firstOutput, LayerWeights weights, LayerWeights.Matrix[][] matrices, Span<float> packed)
    {
        int row = 0;
        for (int source = 0; source < matrices.Length; source++)
        {
            if (source == 0)
            {
                PackRows(panel, firstOutput, matrices[0], 1, WeightForm.Single, packed, row);
                int stride = panel.RowStride(matrices[0].Length);
                IntegerPacker.MakeBiases(stage, packed.Slice(row, stride));
                row += stride;
                continue;
            }

            StageInput input = stage.Inputs[source - 1];
            if (input.HasBytes)
            {
                Int8Packer.Pack(panel, firstOutput, input, weights, packed[row..]);
                row += input.StoredRows * panel.RowStride(input.Accumulators.Count);
                continue;
            }

            PackRows(panel, firstOutput, matrices[source], input.Count, input.Form, packed, row);
            int length = input.Rows * panel.RowStride(matrices[source].Length);
            IntegerPacker.MakeBiases(stage, packed.Slice(row, length));
            row += length;
        }
    }

    private static void PackRows(PanelLayout panel, int firstOutput, LayerWeights.Matrix[] matrices, int columns, WeightForm form, Span<float> packed, int row)
    {
        int stride = panel.RowStride(matrices.Length);
        for (int i = 0; i < panel.Bands.Count; i++)
        {
            Band band = panel.Bands[i];
            int lanes = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
            for (int accumulator = 0; accumulator < matrices.Length; accumulator++)
            {
                int target = row + band.OffsetInRow(accumulator, matrices.Length);
                if (form == WeightForm.BFloat16)
                {
                    TransposePairs(matrices[accumulator], firstOutput + band.FirstLane, lanes, columns, packed, target, stride);
                }
                else
                {
                    Transpose(matrices[accumulator], firstOutput + band.FirstLane, lanes, columns, packed, target, stride);
                }
            }
        }
    }

    /// <summary>
    /// Every lane's row becomes a column. Millions of weights go through here before a program's first step, so the loop is compiled well
    /// at once; and it fills one vector of a row after the other, because the memory is new and each line of it is met once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(LayerWeights.Matrix matrix, int firstRow, int lanes, int columns, Span<float> packed, int start, int stride)
    {
        ReadOnlySpan<float> rows = matrix.From(firstRow);
        int rowStride = matrix.Stride;
        for (int column = 0; column < columns; column++)
        {
            Span<float> target = packed.Slice(start + (column * stride), lanes);
            int source = column;
            for (int lane = 0; lane < target.Length; lane++)
            {
                target[lane] = rows[source];
                source += rowStride;
            }
        }
    }

    /// <summary>Every two columns of weights whose lower halves are zero share a row: <see cref="WeightForm.BFloat16"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposePairs(LayerWeights.Matrix matrix, int firstRow, int lanes, int columns, Span<float> packed, int start, int stride)
    {
        ReadOnlySpan<uint> rows = MemoryMarshal.Cast<float, uint>(matrix.From(firstRow));
        Span<uint> pairs = MemoryMarshal.Cast<float, uint>(packed);
        int rowStride = matrix.Stride;
        for (int column = 0; column < columns; column += 2)
        {
            bool hasSecond = column + 1 < columns;
            Span<uint> target = pairs.Slice(start + (column / 2 * stride), lanes);
            int source = column;
            for (int lane = 0; lane < target.Length; lane++)
            {
                target[lane] = (rows[source] >> 16) | (hasSecond ? rows[source + 1] : 0);
                source += rowStride;
            }
        }
    }
}
