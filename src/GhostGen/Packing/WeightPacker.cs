using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>Lays the weights of a model out in the order in which its kernels read them.</summary>
internal static class WeightPacker
{
    /// <summary>The floats of a model's packed weights.</summary>
    public static int FloatCount(ModelShape shape) => shape.Layers.Sum(LayerStages.FloatCount);

    /// <summary>The packed weights of all layers, one after the other, each stage starting on a cache line.</summary>
    public static float[] Pack(ModelManifest manifest)
    {
        var packed = new float[FloatCount(manifest.Shape)];
        int position = 0;
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            var weights = new LayerWeights(manifest, layer);
            foreach (StageLayout stage in LayerStages.Of(layer))
            {
                if (stage.Kind == StageKind.DiagonalCheap)
                {
                    PackDiagonal(stage, weights, packed, position);
                }
                else
                {
                    PackPanels(stage, weights, packed, position);
                }

                position += stage.FloatCount;
            }
        }

        return packed;
    }

    private static void PackDiagonal(StageLayout stage, LayerWeights weights, float[] packed, int position)
    {
        int scales = position + PanelPolicy.Align(stage.Outputs);
        float[] biases = weights.Biases(Accumulator.Ghost, stage.Outputs);
        LayerWeights.Matrix matrix = weights.Weights(Accumulator.Ghost, StageSource.NewIntrinsic);
        for (int i = 0; i < stage.Outputs; i++)
        {
            packed[position + i] = biases[i];
            packed[scales + i] = matrix[i, 0];
        }
    }

    private static void PackPanels(StageLayout stage, LayerWeights weights, float[] packed, int position)
    {
        float[][] biases = stage.Accumulators.Select(accumulator => weights.Biases(accumulator, stage.Outputs * stage.Repeats)).ToArray();
        for (int repeat = 0; repeat < stage.Repeats; repeat++)
        {
            foreach (PanelLayout panel in stage.Panels)
            {
                int firstOutput = (repeat * stage.Outputs) + panel.FirstOutput;
                PackRow(panel, stage.Accumulators.Count, packed, position, (accumulator, lane) => biases[accumulator][firstOutput + lane]);
                position += panel.RowStride(stage.Accumulators.Count);
                foreach (StageInput input in stage.Inputs)
                {
                    LayerWeights.Matrix[] matrices = input.Accumulators.Select(accumulator => weights.Weights(accumulator, input.Source)).ToArray();
                    for (int k = 0; k < input.Count; k++)
                    {
                        int column = k;
                        PackRow(panel, matrices.Length, packed, position, (accumulator, lane) => matrices[accumulator][firstOutput + lane, column]);
                        position += panel.RowStride(matrices.Length);
                    }
                }
            }
        }
    }

    private static void PackRow(PanelLayout panel, int accumulators, float[] packed, int position, Func<int, int, float> value)
    {
        foreach (Band band in panel.Bands)
        {
            int lanes = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
            for (int accumulator = 0; accumulator < accumulators; accumulator++)
            {
                int start = position + PanelLayout.OffsetInRow(band, accumulator, accumulators);
                for (int lane = 0; lane < lanes; lane++)
                {
                    packed[start + lane] = value(accumulator, band.FirstLane + lane);
                }
            }
        }
    }
}
