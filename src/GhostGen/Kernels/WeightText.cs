using System.Runtime.InteropServices;
using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Kernels;

/// <summary>
/// Reads the text that generated code keeps a layer's weights as: a number is two UTF-16 units, low half first, or one where its low half is always
/// zero; two bytes are one unit, the first in its low half, and behind the bytes of a tensor stand its scales.
/// </summary>
internal static class WeightText
{
    /// <summary>Reads all tensors of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="text">Its tensors, in the order of <see cref="FoldedTensors"/>.</param>
    internal static LayerWeights Read(LayerShape layer, string text)
    {
        ReadOnlySpan<char> rest = text;
        Sequence<TensorShape> tensors = FoldedTensors.Of(layer);
        var singles = new float[tensors.Count][];
        var quantized = new QuantizedTensor?[tensors.Count];
        for (int i = 0; i < singles.Length; i++)
        {
            if (TensorParts.IsBytes(layer, tensors[i]))
            {
                singles[i] = [];
                quantized[i] = ReadBytes(layer, tensors[i], ref rest);
                continue;
            }

            singles[i] = new float[tensors[i].Count];
            if (FoldedTensors.IsBFloat16(layer, tensors[i]))
            {
                ReadHalves(singles[i], ref rest);
            }
            else
            {
                ReadSingles(singles[i], ref rest);
            }
        }

        return new(layer, singles, quantized);
    }

    private static QuantizedTensor ReadBytes(LayerShape layer, TensorShape tensor, ref ReadOnlySpan<char> rest)
    {
        var bytes = new sbyte[tensor.Count];
        var scales = new float[tensor.Rows * TensorParts.Of(layer, tensor).Length];
        MemoryMarshal.AsBytes(rest)[..bytes.Length].CopyTo(MemoryMarshal.AsBytes(bytes.AsSpan()));

        // The last unit of an odd number of bytes has nothing in its upper half.
        rest = rest[((bytes.Length + 1) / 2)..];
        ReadSingles(scales, ref rest);
        return new(bytes, scales);
    }

    private static void ReadHalves(float[] numbers, ref ReadOnlySpan<char> rest)
    {
        Span<int> bits = MemoryMarshal.Cast<float, int>(numbers.AsSpan());
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = rest[i] << 16;
        }

        rest = rest[numbers.Length..];
    }

    private static void ReadSingles(float[] numbers, ref ReadOnlySpan<char> rest)
    {
        Span<char> halves = MemoryMarshal.Cast<float, char>(numbers.AsSpan());
        rest[..halves.Length].CopyTo(halves);
        rest = rest[halves.Length..];
    }
}
