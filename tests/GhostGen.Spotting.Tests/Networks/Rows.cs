using System.Numerics.Tensors;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>Matrices as frameworks' equations have them: one row for each clip.</summary>
internal static class Rows
{
    /// <summary>One frame of each clip.</summary>
    public static double[][] Frame(IReadOnlyList<float[]> clips, int frame, int size) =>
        [.. clips.Select(clip => Array.ConvertAll(clip[(frame * size)..((frame + 1) * size)], static value => (double)value))];

    /// <summary>Rows of zeros.</summary>
    public static double[][] Zeros(int rows, int size) => [.. Enumerable.Range(0, rows).Select(_ => new double[size])];

    /// <summary><c>x W + b</c> for each row x.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="weights">W, row-major: as many rows as x has elements, as many columns as b.</param>
    /// <param name="bias">b.</param>
    public static double[][] Affine(double[][] rows, double[] weights, double[] bias)
    {
        double[][] results = [.. rows.Select(_ => (double[])bias.Clone())];
        for (int k = 0; k < rows[0].Length; k++)
        {
            ReadOnlySpan<double> ofElement = weights.AsSpan(k * bias.Length, bias.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                TensorPrimitives.MultiplyAdd(ofElement, rows[row][k], results[row], results[row]);
            }
        }

        return results;
    }

    /// <summary>The rows of two matrices one behind the other.</summary>
    public static double[][] Beside(double[][] left, double[][] right) => [.. left.Zip(right, static (l, r) => (double[])[.. l, .. r])];

    /// <summary>A matrix on its side.</summary>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="rows">How many rows it has.</param>
    public static double[] Transposed(double[] matrix, int rows)
    {
        int columns = matrix.Length / rows;
        var transposed = new double[matrix.Length];
        for (int i = 0; i < matrix.Length; i++)
        {
            transposed[(i % columns * rows) + (i / columns)] = matrix[i];
        }

        return transposed;
    }

    /// <summary>The logistic function.</summary>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
