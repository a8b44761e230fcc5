using GhostGen.Kernels;
using GhostGen.Packing;

namespace GhostGen.Reference.Generic;

/// <summary>Prepares the panels of a stage: cuts it, packs its weights, and chooses the kernels.</summary>
internal static class PanelRuns
{
    /// <summary>The panels of one repetition of a stage.</summary>
    /// <param name="stage">What is summed, in which order.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="repeat">Which repetition.</param>
    /// <param name="widestLanes">The lanes of the widest vector to use.</param>
    /// <param name="floats">Counts the floats of the packed weights.</param>
    internal static PanelRun[] Of(StageLayout stage, LayerWeights weights, int repeat, int widestLanes, ref long floats)
    {
        var lengths = new SourceLengths(Length(stage, 0), Length(stage, 1), Length(stage, 2));
        int accumulators = stage.Inputs.Max(static input => input.Accumulators.Count);
        var runs = new List<PanelRun>();
        foreach (PanelCut cut in PanelCut.Of(stage.Outputs, accumulators, widestLanes))
        {
            PackedWeights packed = PackedWeights.Copy(Pack(stage, weights, repeat, cut));
            floats += packed.Count;
            runs.Add(Create(packed, cut, lengths));
        }

        return [.. runs];
    }

    private static int Length(StageLayout stage, int source) => source < stage.Inputs.Count ? stage.Inputs[source].Count : 0;

    private static PanelRun Create(PackedWeights packed, PanelCut cut, SourceLengths lengths) => cut.Lanes switch
    {
        16 => Create<Lanes16>(packed, cut, lengths),
        8 => Create<Lanes8>(packed, cut, lengths),
        4 => Create<Lanes4>(packed, cut, lengths),
        _ => Create<Lanes1>(packed, cut, lengths),
    };

    private static PanelRun Create<T>(PackedWeights packed, PanelCut cut, SourceLengths lengths)
        where T : struct, ILanes<T> => cut.Vectors switch
        {
            1 => new PanelKernels<T>(packed, cut.FirstOutput, cut.Panels, lengths),
            2 => new PanelKernels<Pair<T>>(packed, cut.FirstOutput, cut.Panels, lengths),
            3 => new PanelKernels<Triple<T>>(packed, cut.FirstOutput, cut.Panels, lengths),
            _ => new PanelKernels<Pair<Pair<T>>>(packed, cut.FirstOutput, cut.Panels, lengths),
        };

    /// <summary>For each panel a row of biases and then, for each element of each source, a row of weights; in a row the accumulators one after the other.</summary>
    private static float[] Pack(StageLayout stage, LayerWeights weights, int repeat, PanelCut cut)
    {
        float[][] biases = [.. stage.Accumulators.Select(accumulator => weights.Biases(accumulator, stage.Outputs * stage.Repeats))];
        int rows = stage.Accumulators.Count + stage.Inputs.Sum(static input => input.Count * input.Accumulators.Count);
        var packed = new float[cut.Panels * rows * cut.PanelOutputs];
        int position = 0;
        for (int panel = 0; panel < cut.Panels; panel++)
        {
            int first = cut.FirstOutput + (panel * cut.PanelOutputs);
            int outputs = Math.Min(cut.PanelOutputs, stage.Outputs - first);
            int firstRow = (repeat * stage.Outputs) + first;
            foreach (float[] bias in biases)
            {
                bias.AsSpan(firstRow, outputs).CopyTo(packed.AsSpan(position));
                position += cut.PanelOutputs;
            }

            foreach (StageInput input in stage.Inputs)
            {
                LayerWeights.Matrix[] matrices = [.. input.Accumulators.Select(accumulator => weights.Weights(accumulator, input.Source))];
                for (int column = 0; column < input.Count; column++)
                {
                    foreach (LayerWeights.Matrix matrix in matrices)
                    {
                        for (int lane = 0; lane < outputs; lane++)
                        {
                            packed[position + lane] = matrix[firstRow + lane, column];
                        }

                        position += cut.PanelOutputs;
                    }
                }
            }
        }

        return packed;
    }
}
