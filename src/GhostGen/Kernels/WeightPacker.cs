using System.Runtime.CompilerServices;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Kernels;

/// <summary>Lays the weights of a model out in the order in which its kernels read them.</summary>
internal static class WeightPacker
{
    /// <summary>The floats of a model's packed weights.</summary>
    internal static int FloatCount(ModelShape shape, VectorWidth width) => shape.Layers.Sum(layer => LayerStages.FloatCount(layer, width));

    /// <summary>Packs all layers, one after the other, each stage starting on a cache line.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="width">The vectors of the kernels that will read the result.</param>
    /// <param name="weightsOf">Finds a layer's weights.</param>
    /// <param name="packed">Where to: <see cref="FloatCount"/> zeros.</param>
    internal static void Pack(ModelShape shape, VectorWidth width, Func<LayerShape, LayerWeights> weightsOf, Span<float> packed)
    {
        foreach (LayerShape layer in shape.Layers)
        {
            LayerWeights weights = weightsOf(layer);
            foreach (StageLayout stage in LayerStages.Of(layer, width))
            {
                if (stage.Kind == StageKind.DiagonalCheap)
                {
                    PackDiagonal(stage, weights, packed);
                }
                else
                {
                    PackPanels(stage, weights, packed);
                }

                packed = packed[stage.FloatCount..];
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
        // Plain loops: a program waits for this before its first step, and each generic method that a query brings along is compiled first.
        var biases = new float[stage.Accumulators.Count][];
        for (int i = 0; i < biases.Length; i++)
        {
            biases[i] = weights.Biases(stage.Accumulators[i], stage.Outputs * stage.Repeats);
        }

        var matrices = new LayerWeights.Matrix[stage.Inputs.Count][];
        for (int i = 0; i < matrices.Length; i++)
        {
            StageInput input = stage.Inputs[i];
            matrices[i] = new LayerWeights.Matrix[input.Accumulators.Count];
            for (int j = 0; j < matrices[i].Length; j++)
            {
                matrices[i][j] = weights.Weights(input.Accumulators[j], input.Source);
            }
        }

        for (int repeat = 0; repeat < stage.Repeats; repeat++)
        {
            foreach (PanelLayout panel in stage.Panels)
            {
                PackPanel(stage, panel, (repeat * stage.Outputs) + panel.FirstOutput, biases, matrices, packed);
                packed = packed[panel.FloatCount(stage.Accumulators.Count, stage.Inputs)..];
            }
        }
    }

    private static void PackPanel(StageLayout stage, PanelLayout panel, int firstOutput, float[][] biases, LayerWeights.Matrix[][] matrices, Span<float> packed)
    {
        foreach (Band band in panel.Bands)
        {
            int lanes = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
            for (int accumulator = 0; accumulator < biases.Length; accumulator++)
            {
                biases[accumulator].AsSpan(firstOutput + band.FirstLane, lanes).CopyTo(packed[band.OffsetInRow(accumulator, biases.Length)..]);
            }
        }

        packed = packed[panel.RowStride(biases.Length)..];
        for (int source = 0; source < matrices.Length; source++)
        {
            int accumulators = matrices[source].Length;
            int columns = stage.Inputs[source].Count;
            int stride = panel.RowStride(accumulators);
            foreach (Band band in panel.Bands)
            {
                int lanes = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
                for (int accumulator = 0; accumulator < accumulators; accumulator++)
                {
                    LayerWeights.Matrix matrix = matrices[source][accumulator];
                    Transpose(matrix.From(firstOutput + band.FirstLane), matrix.Stride, lanes, columns, packed[band.OffsetInRow(accumulator, accumulators)..], stride);
                }
            }

            packed = packed[(columns * stride)..];
        }
    }

    /// <summary>Every lane's row becomes a column. Millions of weights go through here before a program's first step, so the loop is compiled well at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(ReadOnlySpan<float> rows, int rowStride, int lanes, int columns, Span<float> packed, int packedStride)
    {
        for (int lane = 0; lane < lanes; lane++)
        {
            ReadOnlySpan<float> row = rows.Slice(lane * rowStride, columns);
            int target = lane;
            foreach (float value in row)
            {
                packed[target] = value;
                target += packedStride;
            }
        }
    }
}
