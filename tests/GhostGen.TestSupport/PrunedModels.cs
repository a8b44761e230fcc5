using GhostGen.Manifests;
using GhostGen.Modeling;

namespace GhostGen.TestSupport;

/// <summary>Models whose weights are partly zero, as pruning leaves them: the same in every process.</summary>
public static class PrunedModels
{
    /// <summary>Sets random blocks of all weights to zero; biases stay as they are.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="rows">The rows of a block, counted from the first row of each gate.</param>
    /// <param name="columns">The columns of a block.</param>
    /// <param name="zeros">The share of the blocks that become zero, from 0 to 1.</param>
    public static ModelManifest Blocks(ModelManifest manifest, int rows, int columns, double zeros)
    {
        ulong seed = 0;
        return Weights(manifest, tensor =>
        {
            var chances = new Dictionary<(int, int, int), double>();
            float[] numbers = RandomModels.Inputs((int)tensor.Count, seed: ++seed, bound: 1f);
            return (gate, row, column) =>
            {
                (int, int, int) block = (gate, row / rows, column / columns);
                if (!chances.TryGetValue(block, out double chance))
                {
                    chances.Add(block, chance = (numbers[chances.Count] + 1.0) / 2.0);
                }

                return chance < zeros;
            };
        });
    }

    /// <summary>Sets the weights of some rows, columns or gates to zero; biases stay as they are.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="isZero">Whether a weight becomes zero: its gate (0 to 2, and 0 where there are no gates), its row within that, and its column.</param>
    public static ModelManifest Weights(ModelManifest manifest, Func<int, int, int, bool> isZero) => Weights(manifest, _ => isZero);

    private static ModelManifest Weights(ModelManifest manifest, Func<TensorShape, Func<int, int, int, bool>> pattern)
    {
        var tensors = new Dictionary<string, float[]>();
        foreach (LayerShape layer in manifest.Shape.Layers)
        {
            foreach (TensorShape tensor in layer.Tensors)
            {
                float[] values = [.. manifest.Tensor(layer, tensor.Name)];
                if (tensor.Name.StartsWith("weight", StringComparison.Ordinal))
                {
                    Func<int, int, int, bool> isZero = pattern(tensor);
                    int columns = tensor.Columns ?? 1;
                    int rows = tensor.Name is TensorNames.WeightInput or TensorNames.WeightHidden ? tensor.Rows / 3 : tensor.Rows;
                    for (int i = 0; i < values.Length; i++)
                    {
                        (int gate, int row) = Math.DivRem(i / columns, rows);
                        values[i] = isZero(gate, row, i % columns) ? 0 : values[i];
                    }
                }

                tensors[$"{layer.Name}.{tensor.Name}"] = values;
            }
        }

        return new(manifest.Shape, tensors, manifest.Labels, manifest.Metadata, manifest.Normalization);
    }
}
