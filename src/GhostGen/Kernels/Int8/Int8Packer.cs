using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Kernels.Integer;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Kernels.Int8;

/// <summary>Lays the bytes of a source out for one panel: where elements are bytes too a row that sums start at, rows of four bytes a lane, a row of scales.</summary>
internal static class Int8Packer
{
    /// <summary>Packs the rows.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="firstOutput">Its first output among those of the layer.</param>
    /// <param name="input">The source.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="packed">Where to: zeros.</param>
    internal static void Pack(PanelLayout panel, int firstOutput, StageInput input, LayerWeights weights, Span<float> packed)
    {
        int accumulators = input.Accumulators.Count;
        int stride = panel.RowStride(accumulators);
        for (int position = 0; position < accumulators; position++)
        {
            LayerWeights.ByteMatrix matrix = weights.Bytes(input.Accumulators[position], input.Source);
            int shift = input.Form == WeightForm.Integer ? FixedPointScale.Shift(matrix.LargestScale()) : 0;
            for (int i = 0; i < panel.Bands.Count; i++)
            {
                Band band = panel.Bands[i];
                int lanes = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
                for (int lane = 0; lane < lanes; lane++)
                {
                    int row = firstOutput + band.FirstLane + lane;
                    Span<float> target = packed[(band.OffsetInRow(position, accumulators) + lane)..];
                    if (input.Form == WeightForm.Int8)
                    {
                        PackLane(matrix.From(row)[..input.Count], target, stride);
                    }
                    else
                    {
                        PackWideLane(matrix.From(row)[..input.Count], target, stride);
                    }

                    if (input.Form == WeightForm.Integer)
                    {
                        target[input.Rows * stride] = IntegerArithmetic.InPlace(FixedPointScale.Multiplier(matrix.Scale(row), shift));
                        target[(input.Rows + 1) * stride] = IntegerArithmetic.InPlace(shift);
                    }
                    else
                    {
                        target[(input.StoredRows - 1) * stride] = matrix.Scale(row);
                    }
                }
            }
        }
    }

    /// <summary>The bytes of one output, and in front of them what the offset of the elements adds to their sum, with its sign changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackLane(ReadOnlySpan<sbyte> bytes, Span<float> target, int stride)
    {
        Span<int> lanes = MemoryMarshal.Cast<float, int>(target);
        int sum = 0;
        for (int k = 0; k < bytes.Length; k++)
        {
            sum += bytes[k];
            lanes[((k / 4) + 1) * stride] |= (byte)bytes[k] << (k % 4 * 8);
        }

        lanes[0] = -Int8Products.Offset * sum;
    }

    /// <summary>The bytes of one output, the first two of four in the lower halves of the lane's 16-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackWideLane(ReadOnlySpan<sbyte> bytes, Span<float> target, int stride)
    {
        Span<int> lanes = MemoryMarshal.Cast<float, int>(target);
        for (int k = 0; k < bytes.Length; k++)
        {
            lanes[k / 4 * stride] |= (byte)bytes[k] << ((k % 2 * 16) + (k / 2 % 2 * 8));
        }
    }
}
