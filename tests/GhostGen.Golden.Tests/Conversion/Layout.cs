namespace GhostGen.Golden.Tests.Conversion;

/// <summary>Turns other runtimes' arrangements of weights into the model file's: a row per output, gates in the order reset, update, candidate.</summary>
internal static class Layout
{
    /// <summary>Swaps rows and columns of a row-major matrix.</summary>
    /// <param name="values">The matrix, <paramref name="rows"/> x <paramref name="columns"/>.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    public static float[] Transpose(ReadOnlySpan<float> values, int rows, int columns)
    {
        if (values.Length != rows * columns)
        {
            throw new ArgumentException($"{rows} x {columns} values are expected and {values.Length} are there.", nameof(values));
        }

        var transposed = new float[values.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                transposed[(column * rows) + row] = values[(row * columns) + column];
            }
        }

        return transposed;
    }

    /// <summary>Brings three gates of equal length from the order update, reset, candidate (Keras, ONNX, RNNoise) to reset, update, candidate.</summary>
    public static float[] ResetFirst(ReadOnlySpan<float> updateFirst)
    {
        int gate = updateFirst.Length / 3;
        if (gate * 3 != updateFirst.Length)
        {
            throw new ArgumentException($"{updateFirst.Length} values are not three gates of equal length.", nameof(updateFirst));
        }

        return [.. updateFirst.Slice(gate, gate), .. updateFirst[..gate], .. updateFirst[(2 * gate)..]];
    }

    /// <summary>Adds two vectors: how two biases outside the reset gate become one.</summary>
    public static float[] Sum(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = new float[left.Length];
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = left[i] + right[i];
        }

        return sum;
    }
}
