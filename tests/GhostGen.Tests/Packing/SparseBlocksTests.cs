using System.Runtime.InteropServices;
using CsCheck;
using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Tests.Packing;

/// <summary>
/// What is stored of a pruned stage, read back table by table as the kernel reads it: every weight that is not zero once, in the order of its
/// sum's chain, and biases where panels look for sums.
/// </summary>
public sealed class SparseBlocksTests
{
    private static readonly Gen<LayerShape> Layer = Gen.OneOf(
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 70], Gen.Bool, static (input, hidden, before) => (LayerShape)new GruShape("layer", input, hidden) { Reset = before ? ResetForm.BeforeProduct : ResetForm.AfterProduct }),
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 70], Gen.Enum<ResetForm>(), Gen.Bool, static (input, half, reset, linear) => (LayerShape)new GhostGruShape("layer", input, 2 * half) { Reset = reset, CheapActivation = linear ? Activation.None : Activation.Tanh }),
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 150], static (input, units) => (LayerShape)new DenseShape("layer", input, units)));

    [Fact]
    public void Every_weight_that_is_not_zero_is_stored_once_and_in_order() =>
        Gen.Select(Layer, Gen.Bool.Select(static halves => halves ? Precision.BFloat16 : Precision.Float32), Gen.Int[1, 16], Gen.Int[1, 16], Gen.Double[0, 1]).Sample(static (shape, precision, rows, columns, zeros) =>
        {
            LayerShape layer = shape with { Precision = precision };
            LayerWeights weights = SparseStages.Weights(layer, manifest => PrunedModels.Blocks(manifest, rows, columns, zeros));
            foreach (VectorWidth width in VectorWidth.All)
            {
                foreach (StageLayout stage in SparseStages.Of(layer, width, weights))
                {
                    Check(stage, weights);
                }
            }
        }, iter: 100);

    [Fact]
    public void Columns_of_zeros_are_passed_over_and_the_rest_fill_strips()
    {
        var layer = new DenseShape("layer", 100, 16);
        LayerWeights weights = SparseStages.Weights(layer, static (_, _, column) => column % 10 != 3);
        StageLayout stage = Assert.Single(SparseStages.Of(layer, VectorWidth.Vector512, weights));
        Assert.Equal([new SparsePart(0, 16, 2, 2, WeightForm.Single)], stage.Sparse!.Parts);
        ReadOnlySpan<int> table = MemoryMarshal.Cast<float, int>(Pack(stage, weights).AsSpan(16));
        Assert.Equal([1, 3, 13, 23, 33, 43, 53, 63, 73, 0], table[..10]);

        // Eight columns make a strip: the last one is taken again, with weights of zero.
        Assert.Equal([1, 83, 93, 93, 93, 93, 93, 93, 93, 0], table[10..20]);
    }

    [Fact]
    public void Nothing_but_biases_is_left_of_zeros()
    {
        var layer = new GruShape("layer", 20, 33);
        LayerWeights weights = SparseStages.Weights(layer, static (_, _, _) => true);
        StageLayout stage = Assert.Single(SparseStages.Of(layer, VectorWidth.Vector256, weights));
        Assert.Empty(stage.Sparse!.Parts);
        Assert.Equal(PanelPolicy.Align(stage.SumCount), stage.FloatCount);
    }

    private static float[] Pack(StageLayout stage, LayerWeights weights)
    {
        var packed = new float[stage.FloatCount];
        WeightPacker.Pack([[stage]], [weights], packed);
        return packed;
    }

    private static void Check(StageLayout stage, LayerWeights weights)
    {
        float[] packed = Pack(stage, weights);
        Dictionary<int, (Accumulator Accumulator, int Output)> sums = Sums(stage);
        float[] biases = packed[..PanelPolicy.Align(stage.SumCount)];
        for (int i = 0; i < biases.Length; i++)
        {
            Assert.Equal(sums.TryGetValue(i, out (Accumulator Accumulator, int Output) sum) ? weights.Biases(sum.Accumulator, stage.Outputs)[sum.Output] : 0f, biases[i]);
        }

        var stored = new Dictionary<(int Input, Accumulator Accumulator, int Output), List<(int Column, float Weight)>>();
        int next = biases.Length;
        foreach (SparsePart part in stage.Sparse!.Parts)
        {
            Read(part, packed.AsSpan(next, part.FloatCount), sums, stored);
            next += part.FloatCount;
        }

        Assert.Equal(packed.Length, next);
        for (int i = 0; i < stage.Inputs.Count; i++)
        {
            StageInput input = stage.Inputs[i];
            foreach (Accumulator accumulator in input.Accumulators)
            {
                LayerWeights.Matrix matrix = weights.Weights(accumulator, input.Source);
                for (int output = 0; output < stage.Outputs; output++)
                {
                    IEnumerable<(int, float)> expected = Enumerable.Range(0, input.Count).Select(column => (column, matrix[output, column])).Where(static pair => pair.Item2 != 0);
                    Assert.Equal(expected, stored.GetValueOrDefault((i, accumulator, output), []));
                }
            }
        }
    }

    /// <summary>Which sum of which output stands where; no entry for lanes that are nobody's.</summary>
    private static Dictionary<int, (Accumulator Accumulator, int Output)> Sums(StageLayout stage)
    {
        var sums = new Dictionary<int, (Accumulator, int)>();
        int row = 0;
        foreach (PanelLayout panel in stage.Panels)
        {
            foreach (Band band in panel.Bands)
            {
                for (int position = 0; position < stage.Accumulators.Count; position++)
                {
                    for (int lane = 0; lane < band.Lanes && band.FirstLane + lane < panel.Outputs; lane++)
                    {
                        sums.Add(row + (band.FirstLane * stage.Accumulators.Count) + (position * band.Lanes) + lane, (stage.Accumulators[position], panel.FirstOutput + band.FirstLane + lane));
                    }
                }
            }

            row += panel.RowStride(stage.Accumulators.Count);
        }

        return sums;
    }

    /// <summary>Reads a part as the kernel does. Weights of zero are left out, those of lanes that are nobody's have to be zero.</summary>
    private static void Read(
        SparsePart part,
        ReadOnlySpan<float> packed,
        Dictionary<int, (Accumulator Accumulator, int Output)> sums,
        Dictionary<(int Input, Accumulator Accumulator, int Output), List<(int Column, float Weight)>> stored)
    {
        ReadOnlySpan<int> table = MemoryMarshal.Cast<float, int>(packed);
        ReadOnlySpan<float> weights = packed[part.TableLength..];
        int blocks = 0;
        for (int strip = 0; strip < part.Strips; strip++)
        {
            int count = table[0];
            for (int block = 0; block < count; block++)
            {
                for (int i = 0; i < SparseLayout.Columns * part.Lanes; i++)
                {
                    float weight = Weight(part.Form, weights, i / part.Lanes, i % part.Lanes, part.Lanes);
                    if (weight != 0)
                    {
                        (Accumulator accumulator, int output) = sums[table[SparsePart.HeaderLength + block] + (i % part.Lanes)];
                        (int, Accumulator, int) key = (part.Input, accumulator, output);
                        stored.TryAdd(key, []);
                        stored[key].Add((table[1 + (i / part.Lanes)], weight));
                    }
                }

                weights = weights[part.BlockLength..];
            }

            blocks += count;
            table = table[(SparsePart.HeaderLength + count)..];
        }

        Assert.Equal(part.Blocks, blocks);
    }

    /// <summary>A weight of a block: a vector a column, or one for two columns, the first in the lower half of its lanes.</summary>
    private static float Weight(WeightForm form, ReadOnlySpan<float> block, int column, int lane, int lanes)
    {
        if (form == WeightForm.Single)
        {
            return block[(column * lanes) + lane];
        }

        uint pair = BitConverter.SingleToUInt32Bits(block[(column / 2 * lanes) + lane]);
        return BitConverter.UInt32BitsToSingle(column % 2 == 0 ? pair << 16 : pair & 0xFFFF_0000);
    }
}
