using System.Text;
using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the weights of a layer as the text that a program reads them from: whatever is read there in another way has other bits.</summary>
internal static class WeightLiteral
{
    /// <summary>The text as it stands between the quotes of a literal.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="weights">Its weights.</param>
    internal static string Of(LayerShape layer, LayerWeights weights)
    {
        Sequence<TensorShape> tensors = FoldedTensors.Of(layer);
        var literal = new StringBuilder((int)FoldedTensors.Count(layer) * 12);
        for (int i = 0; i < tensors.Count; i++)
        {
            if (weights.Quantized(i) is { } quantized)
            {
                AppendBytes(literal, quantized.Bytes);
                AppendSingles(literal, quantized.Scales, upperHalves: false);
            }
            else
            {
                AppendSingles(literal, weights.Elements(i), FoldedTensors.IsBFloat16(layer, tensors[i]));
            }
        }

        return literal.ToString();
    }

    /// <summary>How to read the text of a layer, in words.</summary>
    internal static string Units(LayerShape layer) =>
        HasBytes(layer) ? "two weights a UTF-16 unit, the first in its low half, behind those of a tensor the scale of each row and source, and two units a scale or another float, low half first"
        : layer.Precision == Precision.BFloat16 ? "a UTF-16 unit a weight, the upper half of a float, and two a bias, low half first"
        : "two UTF-16 units a float, low half first";

    /// <summary>Whether some of a layer's weights are bytes.</summary>
    internal static bool HasBytes(LayerShape layer) => FoldedTensors.Of(layer).Any(tensor => TensorParts.IsBytes(layer, tensor));

    private static void AppendBytes(StringBuilder literal, sbyte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i += 2)
        {
            int second = i + 1 < bytes.Length ? (byte)bytes[i + 1] : 0;
            Text.AppendEscaped(literal, (char)((byte)bytes[i] | (second << 8)));
        }
    }

    private static void AppendSingles(StringBuilder literal, ReadOnlySpan<float> values, bool upperHalves)
    {
        foreach (float value in values)
        {
            uint bits = BitConverter.ToUInt32(BitConverter.GetBytes(value), 0);
            if (!upperHalves)
            {
                Text.AppendEscaped(literal, (char)(bits & 0xFFFF));
            }

            Text.AppendEscaped(literal, (char)(bits >> 16));
        }
    }
}
