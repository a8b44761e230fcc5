namespace GhostGen.Importing.Layers;

/// <summary>Turns other runtimes' arrangements of weights into the model file's: a row per output, gates in the order reset, update, candidate.</summary>
internal static class Layout
{
    /// <summary>Swaps rows and columns of a row-major matrix.</summary>
    /// <param name="values">The matrix, <paramref name="rows"/> x <paramref name="columns"/>.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    public static float[] Transpose(ReadOnlySpan<float> values, int rows, int columns)
    {
        RequireLength(values, (long)rows * columns);
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

    /// <summary>Some neighbouring columns of a row-major matrix.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="first">The first one to take.</param>
    /// <param name="count">How many to take.</param>
    public static float[] Columns(ReadOnlySpan<float> values, int columns, int first, int count)
    {
        int rows = values.Length / columns;
        RequireLength(values, (long)rows * columns);
        var taken = new float[rows * count];
        for (int row = 0; row < rows; row++)
        {
            values.Slice((row * columns) + first, count).CopyTo(taken.AsSpan(row * count));
        }

        return taken;
    }

    /// <summary>Exchanges the first two of three gates of equal length: update, reset, candidate (Keras, ONNX, RNNoise) to reset, update, candidate and back.</summary>
    public static float[] ExchangeGates(ReadOnlySpan<float> gates)
    {
        int gate = gates.Length / 3;
        RequireLength(gates, 3L * gate);
        return [.. gates.Slice(gate, gate), .. gates[..gate], .. gates[(2 * gate)..]];
    }

    /// <summary>Adds two vectors of equal length: how two biases outside the reset gate become one.</summary>
    public static float[] Sum(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        RequireLength(right, left.Length);
        var sum = new float[left.Length];
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = left[i] + right[i];
        }

        return sum;
    }

    private static void RequireLength(ReadOnlySpan<float> values, long expected)
    {
        if (values.Length != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"{expected} values are expected and {values.Length} are there."), nameof(values));
        }
    }
}
