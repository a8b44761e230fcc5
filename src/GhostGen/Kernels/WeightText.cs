using System.Runtime.InteropServices;
using GhostGen.Folding;
using GhostGen.Modeling;

namespace GhostGen.Kernels;

/// <summary>Reads the text that generated code keeps a layer's weights as: a number is two UTF-16 units, low half first, or one where its low half is always zero.</summary>
internal static class WeightText
{
    /// <summary>Reads all tensors of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="text">Its tensors, in the order of <see cref="FoldedTensors"/>.</param>
    /// <param name="numbers">Where to, from the start on.</param>
    /// <returns>The numbers that were read.</returns>
    internal static int Read(LayerShape layer, string text, Span<float> numbers)
    {
        ReadOnlySpan<char> rest = text;
        Sequence<TensorShape> tensors = FoldedTensors.Of(layer);
        int read = 0;
        for (int i = 0; i < tensors.Count; i++)
        {
            Span<float> tensor = numbers.Slice(read, (int)tensors[i].Count);
            if (FoldedTensors.IsBFloat16(layer, tensors[i]))
            {
                Span<int> bits = MemoryMarshal.Cast<float, int>(tensor);
                for (int j = 0; j < bits.Length; j++)
                {
                    bits[j] = rest[j] << 16;
                }

                rest = rest[tensor.Length..];
            }
            else
            {
                Span<char> halves = MemoryMarshal.Cast<float, char>(tensor);
                rest[..halves.Length].CopyTo(halves);
                rest = rest[halves.Length..];
            }

            read += tensor.Length;
        }

        return read;
    }
}
