using GhostGen.Kernels;
using GhostGen.Kernels.Lanes;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Reference.Generic;

/// <summary>Prepares the panels of a stage: cuts it, packs its weights, and chooses the kernels.</summary>
internal static class PanelRuns
{
    /// <summary>The panels of a stage of gates.</summary>
    /// <param name="stage">What is summed, in which order.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="widestLanes">The lanes of the widest vector to use.</param>
    /// <param name="floats">Counts the floats of the packed weights.</param>
    internal static GateRun[] Gates(StageLayout stage, LayerWeights weights, int widestLanes, ref long floats)
    {
        var runs = new List<GateRun>();
        foreach ((PackedWeights packed, PanelCut cut) in Prepare(stage, weights, 0, widestLanes))
        {
            floats += packed.Count;
            runs.Add(cut.Lanes switch
            {
                16 => Gates<Lanes16>(packed, cut, Lengths(stage), AreOnBothSides(stage)),
                8 => Gates<Lanes8>(packed, cut, Lengths(stage), AreOnBothSides(stage)),
                4 => Gates<Lanes4>(packed, cut, Lengths(stage), AreOnBothSides(stage)),
                _ => Gates<Lanes1>(packed, cut, Lengths(stage), AreOnBothSides(stage)),
            });
        }

        return [.. runs];
    }

    /// <summary>The panels of one repetition of a stage that has one accumulator.</summary>
    /// <param name="stage">What is summed, in which order.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="repeat">Which repetition.</param>
    /// <param name="widestLanes">The lanes of the widest vector to use.</param>
    /// <param name="floats">Counts the floats of the packed weights.</param>
    internal static ProductRun[] Products(StageLayout stage, LayerWeights weights, int repeat, int widestLanes, ref long floats)
    {
        var runs = new List<ProductRun>();
        foreach ((PackedWeights packed, PanelCut cut) in Prepare(stage, weights, repeat, widestLanes))
        {
            floats += packed.Count;
            runs.Add(cut.Lanes switch
            {
                16 => Products<Lanes16>(packed, cut, Lengths(stage)),
                8 => Products<Lanes8>(packed, cut, Lengths(stage)),
                4 => Products<Lanes4>(packed, cut, Lengths(stage)),
                _ => Products<Lanes1>(packed, cut, Lengths(stage)),
            });
        }

        return [.. runs];
    }

    private static IEnumerable<(PackedWeights Packed, PanelCut Cut)> Prepare(StageLayout stage, LayerWeights weights, int repeat, int widestLanes)
    {
        int accumulators = stage.Inputs.Max(static input => input.Accumulators.Count);
        foreach (PanelCut cut in PanelCut.Of(stage.Outputs, accumulators, widestLanes))
        {
            yield return (PackedWeights.Copy(Pack(stage, weights, repeat, cut)), cut);
        }
    }

    /// <summary>What follows the input lies together in memory, and sources that add to the same accumulators are one run of rows.</summary>
    private static SourceLengths Lengths(StageLayout stage)
    {
        if (stage.Inputs.Count == 1)
        {
            return new(stage.Inputs[0].Count, 0, 0);
        }

        Sequence<Accumulator> inside = stage.Inputs[1].Accumulators;
        int rows = stage.Inputs.Skip(1).Sum(static input => input.Count);
        int insideRows = stage.Inputs.Skip(1).TakeWhile(input => input.Accumulators.Equals(inside)).Sum(static input => input.Count);
        return new(stage.Inputs[0].Count, insideRows, rows - insideRows);
    }

    /// <summary>Whether folded ghosts stand outside the reset gate: the states then add to all accumulators, on both sides of it.</summary>
    private static bool AreOnBothSides(StageLayout stage) => stage.Inputs.Any(static input => input.Accumulators.Count == 4);

    private static GateRun Gates<T>(PackedWeights packed, PanelCut cut, SourceLengths lengths, bool bothSides)
        where T : struct, ILanes<T> => cut.Vectors switch
        {
            1 => GateKernel<T>(packed, cut, lengths, bothSides),
            2 => GateKernel<Pair<T>>(packed, cut, lengths, bothSides),
            3 => GateKernel<Triple<T>>(packed, cut, lengths, bothSides),
            _ => GateKernel<Quadruple<T>>(packed, cut, lengths, bothSides),
        };

    private static GateKernels<T> GateKernel<T>(PackedWeights packed, PanelCut cut, SourceLengths lengths, bool bothSides)
        where T : struct, ILanes<T> => bothSides
            ? new FoldedGateKernels<T>(packed, cut.FirstOutput, cut.Panels, lengths)
            : new GateKernels<T>(packed, cut.FirstOutput, cut.Panels, lengths);

    private static ProductRun Products<T>(PackedWeights packed, PanelCut cut, SourceLengths lengths)
        where T : struct, ILanes<T> => cut.Vectors switch
        {
            1 => Product<T>(packed, cut, lengths),
            2 => Product<Pair<T>>(packed, cut, lengths),
            3 => Product<Triple<T>>(packed, cut, lengths),
            _ => Product<Quadruple<T>>(packed, cut, lengths),
        };

    private static ProductRun Product<T>(PackedWeights packed, PanelCut cut, SourceLengths lengths)
        where T : struct, ILanes<T> => cut.Halves == 2
            ? new DoubleProduct<T>(packed, cut.FirstOutput, cut.Panels, lengths)
            : new SingleProduct<T>(packed, cut.FirstOutput, cut.Panels, lengths);

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
