using GhostGen.Folding;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Quantization;

/// <summary>How far rows of stored weights are from what they were, and how many bytes they take.</summary>
internal static class RowErrors
{
    private static readonly string[] Gates = ["reset", "update", "candidate"];

    /// <summary>The row that is farthest, the first of several; <see langword="null"/> where all weights are singles.</summary>
    /// <param name="layer">The layer, with its precision.</param>
    /// <param name="exact">Its weights as singles.</param>
    /// <param name="stored">Its weights as they are stored.</param>
    internal static QuantizedRow? Worst(LayerShape layer, LayerWeights exact, LayerWeights stored)
    {
        Sequence<TensorShape> tensors = FoldedTensors.Of(layer);
        QuantizedRow? worst = null;
        for (int i = 0; i < tensors.Count; i++)
        {
            TensorShape tensor = tensors[i];
            if (!TensorParts.IsBytes(layer, tensor) && !FoldedTensors.IsBFloat16(layer, tensor))
            {
                continue;
            }

            ReadOnlySpan<float> before = exact.Elements(i);
            ReadOnlySpan<double> after = StoredTensor.Elements(stored, i, TensorParts.Of(layer, tensor));
            int columns = tensor.Columns ?? 1;
            for (int row = 0; row < tensor.Rows; row++)
            {
                double error = Error(before.Slice(row * columns, columns), after.Slice(row * columns, columns));
                if (worst is null || error > worst.Error)
                {
                    (string gate, int output) = Place(layer, tensor, row);
                    worst = new(tensor.Name, row, gate, output, error);
                }
            }
        }

        return worst;
    }

    /// <summary>The bytes of a layer's weights, biases and scales.</summary>
    internal static long Bytes(LayerShape layer)
    {
        Sequence<TensorShape> tensors = FoldedTensors.Of(layer);
        long bytes = 0;
        for (int i = 0; i < tensors.Count; i++)
        {
            TensorShape tensor = tensors[i];
            bytes += TensorParts.IsBytes(layer, tensor) ? tensor.Count + ((long)sizeof(float) * tensor.Rows * TensorParts.Of(layer, tensor).Length)
                : FoldedTensors.IsBFloat16(layer, tensor) ? sizeof(ushort) * tensor.Count
                : sizeof(float) * tensor.Count;
        }

        return bytes;
    }

    /// <summary>The root of the squares of all changes over those of all weights; 0 where nothing has changed, a row of zeros included.</summary>
    private static double Error(ReadOnlySpan<float> before, ReadOnlySpan<double> after)
    {
        double changes = 0;
        double weights = 0;
        for (int k = 0; k < before.Length; k++)
        {
            double change = after[k] - before[k];
            changes += change * change;
            weights += (double)before[k] * before[k];
        }

        return changes == 0 ? 0 : Math.Sqrt(changes / weights);
    }

    private static (string Gate, int Output) Place(LayerShape layer, TensorShape tensor, int row)
    {
        int outputs = tensor.Rows / Gates.Length;
        return tensor.Name switch
        {
            TensorNames.WeightInput or TensorNames.WeightHidden => (Gates[row / outputs], row % outputs),
            FoldedNames.WeightGhostCandidate => (Gates[Gates.Length - 1], row),
            TensorNames.WeightCheap => ("ghost", row),
            _ => ("output", row),
        };
    }
}
