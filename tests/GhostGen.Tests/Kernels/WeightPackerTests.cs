using CsCheck;
using GhostGen.Folding;
using GhostGen.Kernels;
using GhostGen.Kernels.Int8;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;
using Xunit;

namespace GhostGen.Tests.Kernels;

/// <summary>
/// Each weight stands where a kernel looks for it. The packer walks rows and fills lanes; this walks outputs and looks their weights
/// up by PyTorch's names among the folded tensors, so that the two have only the layout's definition in common. Every width has its own layout.
/// </summary>
public sealed class WeightPackerTests
{
    private static readonly Gen<LayerShape> Gru =
        from input in Gen.Int[1, 20]
        from hidden in Gen.Int[1, 150]
        from before in Gen.Bool
        from precision in Gen.Enum<Precision>()
        select (LayerShape)new GruShape("layer", input, hidden) { Reset = before ? ResetForm.BeforeProduct : ResetForm.AfterProduct, Precision = precision };

    private static readonly Gen<LayerShape> Ghost =
        from input in Gen.Int[1, 20]
        from block in Gen.Int[1, 30]
        from groups in Gen.Int[1, 4]
        from ghostBlocks in Gen.Int[1, 3]
        from reset in Gen.Enum<ResetForm>()
        from map in Gen.Enum<CheapMap>()
        from bias in Gen.Bool
        from linear in Gen.Bool
        from precision in Gen.Enum<Precision>()
        select (LayerShape)new GhostGruShape("layer", input, block * groups * (1 + ghostBlocks))
        {
            Ratio = 1 + ghostBlocks,
            Cheap = map,
            Groups = map == CheapMap.Grouped ? groups : 1,
            Reset = reset,
            CheapBias = bias,
            CheapActivation = linear ? Activation.None : Activation.Tanh,
            Precision = precision,
        };

    private static readonly Gen<LayerShape> Dense =
        from input in Gen.Int[1, 40]
        from units in Gen.Int[1, 300]
        from bias in Gen.Bool
        from precision in Gen.Enum<Precision>()
        select (LayerShape)new DenseShape("layer", input, units) { Bias = bias, Precision = precision };

    [Fact]
    public void Each_weight_of_a_gru_stands_where_the_layout_says() => Gru.Sample(Check, iter: 60);

    [Fact]
    public void Each_weight_of_a_ghost_gru_stands_where_the_layout_says() => Ghost.Sample(Check, iter: 120);

    [Fact]
    public void Each_weight_of_a_dense_layer_stands_where_the_layout_says() => Dense.Sample(Check, iter: 60);

    [Fact]
    public void Layers_follow_each_other()
    {
        var shape = new ModelShape("a", new([new DenseShape("first", 3, 5), new GhostGruShape("second", 5, 9), new GruShape("third", 9, 2)]));
        ModelManifest manifest = Filled(shape);
        float[] packed = Pack(manifest, VectorWidth.Vector256);
        int position = 0;
        foreach (LayerShape layer in shape.Layers)
        {
            var tensors = layer.Tensors.ToDictionary(tensor => $"{layer.Name}.{tensor.Name}", tensor => manifest.Tensor(layer, tensor.Name));
            float[] alone = Pack(new(new("a", new([layer])), tensors), VectorWidth.Vector256);
            Assert.Equal(alone, packed[position..(position + alone.Length)]);
            position += alone.Length;
        }

        Assert.Equal(packed.Length, position);
    }

    private static ModelManifest Filled(ModelShape shape)
    {
        int next = 0;
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                tensors[$"{layer.Name}.{tensor.Name}"] = [.. Enumerable.Range(0, (int)tensor.Count).Select(_ => (float)++next)];
            }
        }

        return new(shape, tensors);
    }

    private static float[] Pack(ModelManifest manifest, VectorWidth width)
    {
        var packed = new float[WeightPacker.FloatCount(manifest.Shape, width)];
        WeightPacker.Pack(WeightPacker.Stages(manifest.Shape, width), [.. manifest.Shape.Layers.Select(layer => new LayerWeights(manifest, layer))], packed);
        return packed;
    }

    private static void Check(LayerShape layer)
    {
        ModelManifest manifest = Filled(new("a", new([layer])));
        FoldedLayer weights = manifest.Folded(layer);
        foreach (VectorWidth width in VectorWidth.All)
        {
            var expected = new float[LayerStages.FloatCount(layer, width)];
            int start = 0;
            foreach (StageLayout stage in LayerStages.Of(layer, width))
            {
                for (int output = 0; output < stage.Outputs * stage.Repeats; output++)
                {
                    if (stage.Kind == StageKind.DiagonalCheap)
                    {
                        PlaceDiagonal(weights, layer, stage, output, expected.AsSpan(start));
                    }
                    else
                    {
                        Place(weights, layer, stage, start, output, expected);
                    }
                }

                start += stage.FloatCount;
            }

            Assert.Equal(BitsOf(expected), BitsOf(Pack(manifest, width)));
        }
    }

    /// <summary>Pairs may look like numbers that are not equal to themselves.</summary>
    private static int[] BitsOf(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);

    /// <summary>Puts everything that one output needs where a kernel finds it.</summary>
    private static void Place(FoldedLayer weights, LayerShape layer, StageLayout layout, int start, int output, float[] expected)
    {
        int group = output / layout.Outputs;
        int within = output % layout.Outputs;
        int row = start + (group * layout.FloatsPerRepeat);
        foreach (PanelLayout before in layout.Panels.TakeWhile(panel => panel.FirstOutput + panel.Outputs <= within))
        {
            row += before.FloatCount(layout.Accumulators.Count, layout.Inputs);
        }

        PanelLayout panel = layout.Panels.Last(candidate => candidate.FirstOutput <= within);
        int lane = within - panel.FirstOutput;
        Band band = panel.Bands.Last(candidate => candidate.FirstLane <= lane);
        int At(int position, int accumulators) => row + (band.FirstLane * accumulators) + (position * band.Lanes) + (lane - band.FirstLane);

        for (int i = 0; i < layout.Accumulators.Count; i++)
        {
            expected[At(i, layout.Accumulators.Count)] = BiasIn(layout, Start(weights, layer, layout.Accumulators[i], output));
        }

        row += panel.RowStride(layout.Accumulators.Count);
        foreach (StageInput input in layout.Inputs)
        {
            if (input.HasBytes)
            {
                for (int i = 0; i < input.Accumulators.Count; i++)
                {
                    PlaceBytes(
                        input.Form,
                        [.. Enumerable.Range(0, input.Count).Select(k => Weight(weights, layer, input.Accumulators[i], input.Source, output, k))],
                        expected.AsSpan(At(i, input.Accumulators.Count)),
                        panel.RowStride(input.Accumulators.Count),
                        LargestScale(weights, layer, input.Accumulators[i], input));
                }

                row += (((input.Count + 3) / 4) + (input.Form == WeightForm.Int8Wide ? 1 : 2)) * panel.RowStride(input.Accumulators.Count);
                continue;
            }

            for (int k = 0; k < input.Count; k++)
            {
                for (int i = 0; i < input.Accumulators.Count; i++)
                {
                    float weight = Weight(weights, layer, input.Accumulators[i], input.Source, output, k);
                    ref float place = ref expected[At(i, input.Accumulators.Count)];
                    place = input.Form == WeightForm.Single ? BiasIn(layout, weight) : Paired(place, weight, isSecond: k % 2 == 1);
                }

                if (input.Form == WeightForm.Single || k % 2 == 1 || k == input.Count - 1)
                {
                    row += panel.RowStride(input.Accumulators.Count);
                }
            }
        }
    }

    private static void PlaceDiagonal(FoldedLayer weights, LayerShape layer, StageLayout stage, int output, Span<float> expected)
    {
        int aligned = (stage.Outputs + PanelPolicy.CacheLine - 1) / PanelPolicy.CacheLine * PanelPolicy.CacheLine;
        float[] factors = weights[TensorNames.WeightCheap];
        expected[output] = BiasIn(stage, Start(weights, layer, Accumulator.Ghost, output));
        expected[aligned + output] = factors[output];
        if (stage.IsInteger)
        {
            int shift = FixedPointScale.Shift(factors.Max(Math.Abs));
            expected[aligned + output] = BitConverter.Int32BitsToSingle(FixedPointScale.Multiplier(factors[output], shift));
            expected[2 * aligned] = BitConverter.Int32BitsToSingle(shift);
        }
    }

    /// <summary>A bias, with 16 bits behind the point where the stage computes in whole numbers.</summary>
    private static float BiasIn(StageLayout stage, float bias) => stage.IsInteger
        ? BitConverter.Int32BitsToSingle((int)Math.Clamp(Math.Round(bias * 65536.0), -(1 << 28), 1 << 28))
        : bias;

    /// <summary>The largest scale of any output and gate, for one source.</summary>
    private static float LargestScale(FoldedLayer weights, LayerShape layer, Accumulator accumulator, StageInput input)
    {
        bool isGate = accumulator is Accumulator.Reset or Accumulator.Update or Accumulator.Recurrent or Accumulator.Candidate;
        bool isGhostCandidate = input.Source == StageSource.Intrinsic && accumulator == Accumulator.Candidate;
        Accumulator[] rows = isGate && !isGhostCandidate ? [Accumulator.Reset, Accumulator.Update, Accumulator.Recurrent] : [accumulator];
        int outputs = accumulator switch { Accumulator.Output => layer.OutputSize, Accumulator.Ghost => ((GhostGruShape)layer).Ghosts, _ => Intrinsic(layer) };
        return rows.SelectMany(gate => Enumerable.Range(0, outputs).Select(output =>
            RowQuantizer.Quantize([.. Enumerable.Range(0, input.Count).Select(k => Weight(weights, layer, gate, input.Source, output, k))], new sbyte[input.Count]))).Max();
    }

    /// <summary>
    /// A lane of each row: where its sum starts, if elements are bytes too, four bytes each, and the scale, or a multiplier and its shift. The first byte is in the
    /// lowest bits; for elements of 16 bits the second and the third change places.
    /// </summary>
    private static void PlaceBytes(WeightForm form, float[] row, Span<float> lane, int stride, float largestScale)
    {
        var bytes = new sbyte[row.Length];
        float scale = RowQuantizer.Quantize(row, bytes);
        int first = 0;
        if (form == WeightForm.Int8)
        {
            lane[0] = BitConverter.Int32BitsToSingle(-Int8Products.Offset * bytes.Sum(static value => value));
            first = 1;
        }

        int rows = (row.Length + 3) / 4;
        for (int i = 0; i < rows; i++)
        {
            byte[] four = [.. bytes.Skip(4 * i).Take(4).Select(static value => (byte)value), 0, 0, 0];
            lane[(first + i) * stride] = BitConverter.ToSingle(form == WeightForm.Int8 ? four : [four[0], four[2], four[1], four[3]], 0);
        }

        lane[(first + rows) * stride] = scale;
        if (form == WeightForm.Integer)
        {
            int shift = FixedPointScale.Shift(largestScale);
            lane[rows * stride] = BitConverter.Int32BitsToSingle(FixedPointScale.Multiplier(scale, shift));
            lane[(rows + 1) * stride] = BitConverter.Int32BitsToSingle(shift);
        }
    }

    /// <summary>A lane with the upper half of one more weight: that of the first element in its lower half.</summary>
    private static float Paired(float lane, float weight, bool isSecond)
    {
        uint bits = BitConverter.SingleToUInt32Bits(weight);
        Assert.Equal(0u, bits % 0x10000);
        return BitConverter.UInt32BitsToSingle(isSecond ? BitConverter.SingleToUInt32Bits(lane) | bits : bits / 0x10000);
    }

    private static int Intrinsic(LayerShape layer) => layer is GhostGruShape ghost ? ghost.Intrinsic : layer.OutputSize;

    private static int Gate(Accumulator accumulator) => accumulator switch { Accumulator.Reset => 0, Accumulator.Update => 1, _ => 2 };

    private static float Weight(FoldedLayer weights, LayerShape layer, Accumulator accumulator, StageSource source, int output, int k)
    {
        int gateRow = (Gate(accumulator) * Intrinsic(layer)) + output;
        bool isFolded = layer is GhostGruShape ghost && GhostFolding.Applies(ghost);
        int columns = isFolded ? Intrinsic(layer) : layer.OutputSize;
        return source switch
        {
            StageSource.GhostsPresent => weights[FoldedNames.BiasGhosts][gateRow],
            StageSource.Intrinsic when accumulator == Accumulator.Candidate => weights[FoldedNames.WeightGhostCandidate][(output * columns) + k],
            StageSource.NewIntrinsic => weights[TensorNames.WeightCheap][(output * (Intrinsic(layer) / ((GhostGruShape)layer).Groups)) + k],
            StageSource.Input when accumulator == Accumulator.Output => weights[TensorNames.Weight][(output * layer.InputSize) + k],
            StageSource.Input => weights[TensorNames.WeightInput][(gateRow * layer.InputSize) + k],
            StageSource.Ghosts => weights[TensorNames.WeightHidden][(gateRow * columns) + Intrinsic(layer) + k],
            _ => weights[TensorNames.WeightHidden][(gateRow * columns) + k],
        };
    }

    /// <summary>A bias, or what a chain of a recurrent layer starts at where there is none. The weights here are whole numbers.</summary>
    private static float Start(FoldedLayer weights, LayerShape layer, Accumulator accumulator, int output)
    {
        float bias = Bias(weights, layer, accumulator, output);
        return bias == 0 && accumulator != Accumulator.Output ? MathF.ScaleB(1, -50) : bias;
    }

    private static float Bias(FoldedLayer weights, LayerShape layer, Accumulator accumulator, int output)
    {
        int gateRow = (Gate(accumulator) * Intrinsic(layer)) + output;
        float Of(string tensor, int index) => weights.Find(tensor)?[index] ?? 0;
        return accumulator switch
        {
            Accumulator.Output => Of(TensorNames.Bias, output),
            Accumulator.Ghost => Of(TensorNames.BiasCheap, output),
            Accumulator.Candidate => Of(TensorNames.BiasInput, gateRow) + Of(TensorNames.BiasGhostCandidate, output),
            Accumulator.Recurrent => Of(TensorNames.BiasHidden, gateRow),
            _ => Of(TensorNames.BiasInput, gateRow) + Of(TensorNames.BiasHidden, gateRow),
        };
    }
}
