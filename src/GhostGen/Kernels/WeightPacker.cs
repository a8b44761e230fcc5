using System.Runtime.CompilerServices;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Kernels;

/// <summary>Lays the weights of a model out in the order in which its kernels read them.</summary>
internal static class WeightPacker
{
    /// <summary>The floats of a model's packed weights.</summary>
    internal static int FloatCount(ModelShape shape, VectorWidth width)
    {
        int floats = 0;
        for (int i = 0; i < shape.Layers.Count; i++)
        {
            floats += LayerStages.FloatCount(shape.Layers[i], width);
        }

        return floats;
    }

    /// <summary>Packs all layers, one after the other, each stage starting on a cache line.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="width">The vectors of the kernels that will read the result.</param>
    /// <param name="weights">The weights of each layer.</param>
    /// <param name="packed">Where to: <see cref="FloatCount"/> zeros.</param>
    internal static void Pack(ModelShape shape, VectorWidth width, LayerWeights[] weights, Span<float> packed)
    {
        // Plain loops here and below: a program waits for this before its first step, and each generic method that a query or an
        // enumerator brings along is compiled first.
        for (int i = 0; i < weights.Length; i++)
        {
            StageLayout[] stages = LayerStages.Of(shape.Layers[i], width);
            for (int j = 0; j < stages.Length; j++)
            {
                if (stages[j].Kind == StageKind.DiagonalCheap)
                {
                    PackDiagonal(stages[j], weights[i], packed);
                }
                else
                {
                    PackPanels(stages[j], weights[i], packed);
                }

                packed = packed[stages[j].FloatCount..];
            }
        }
    }

    private static void PackDiagonal(StageLayout stage, LayerWeights weights, Span<float> packed)
    {
        weights.Biases(Accumulator.Ghost, stage.Outputs).CopyTo(packed);
        LayerWeights.Matrix scales = weights.Weights(Accumulator.Ghost, StageSource.NewIntrinsic);
        scales.From(0)[..stage.Outputs].CopyTo(packed[PanelPolicy.Align(stage.Outputs)..]);
    }

    private static void PackPanels(StageLayout stage, LayerWeights weights, Span<float> packed)
    {
        // Biases are the weights of one more source, which is always 1.
        var matrices = new LayerWeights.Matrix[1 + stage.Inputs.Count][];
        matrices[0] = new LayerWeights.Matrix[stage.Accumulators.Count];
        for (int i = 0; i < matrices[0].Length; i++)
        {
            matrices[0][i] = new(weights.Biases(stage.Accumulators[i], stage.Outputs * stage.Repeats), 0, 1);
        }

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
                PackPanel(stage, panel, (repeat * stage.Outputs) + panel.FirstOutput, matrices, packed);
                packed = packed[panel.FloatCount(stage.Accumulators.Count, stage.Inputs)..];
            }
        }
    }

    private static void PackPanel(StageLayout stage, PanelLayout panel, int firstOutput, LayerWeights.Matrix[][] matrices, Span<float> packed)
    {
        int row = 0;
        for (int source = 0; source < matrices.Length; source++)
        {
            int accumulators = matrices[source].Length;
            int columns = source == 0 ? 1 : stage.Inputs[source - 1].Count;
            int stride = panel.RowStride(accumulators);
            for (int i = 0; i < panel.Bands.Count; i++)
            {
                Band band = panel.Bands[i];
                int lanes = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
                for (int accumulator = 0; accumulator < accumulators; accumulator++)
                {
                    int target = row + band.OffsetInRow(accumulator, accumulators);
                    Transpose(matrices[source][accumulator], firstOutput + band.FirstLane, lanes, columns, packed, target, stride);
                }
            }

            row += columns * stride;
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
}
