using GhostGen.Kernels;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Cli.Inspecting;

/// <summary>The elements of a tensor, summed up.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Tensor">The tensor's name within the layer.</param>
/// <param name="Shape">Its sizes: rows and columns, or a length.</param>
/// <param name="Minimum">Its least element.</param>
/// <param name="Maximum">Its greatest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation.</param>
/// <param name="Zeros">The elements that are zero.</param>
/// <param name="ZeroBlocks">
/// Of the blocks that a step can leave out, a vector of this machine's rows times eight columns, those that are zero throughout; <see langword="null"/> of vectors.
/// </param>
/// <param name="Blocks">All of those blocks; <see langword="null"/> of vectors.</param>
/// <param name="Histogram">Elements by size, in <see cref="Bins"/> equal parts from minus the largest absolute value to it.</param>
internal sealed record TensorSummary(
    string Layer,
    string Tensor,
    IReadOnlyList<int> Shape,
    float Minimum,
    float Maximum,
    double Mean,
    double StandardDeviation,
    long Zeros,
    int? ZeroBlocks,
    int? Blocks,
    IReadOnlyList<int> Histogram)
{
    /// <summary>The parts of a histogram. Odd, so that zero lies in the middle of one.</summary>
    public const int Bins = 21;

    /// <summary>The number of elements.</summary>
    public long Count => Shape.Aggregate(1L, static (product, size) => product * size);

    /// <summary>Sums a tensor up.</summary>
    public static TensorSummary Of(LayerShape layer, TensorShape tensor, ReadOnlySpan<float> values)
    {
        float minimum = float.PositiveInfinity;
        float maximum = float.NegativeInfinity;
        double sum = 0;
        long zeros = 0;
        foreach (float value in values)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            sum += value;
            zeros += value == 0 ? 1 : 0;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (float value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        (int Zero, int All)? blocks = tensor.Columns is { } columns ? CountBlocks(values, tensor.Rows, columns) : null;
        return new(
            layer.Name,
            tensor.Name,
            tensor.Columns is { } width ? [tensor.Rows, width] : [tensor.Rows],
            minimum,
            maximum,
            mean,
            Math.Sqrt(squares / values.Length),
            zeros,
            blocks?.Zero,
            blocks?.All,
            HistogramOf(values, Math.Max(-minimum, maximum)));
    }

    private static int[] HistogramOf(ReadOnlySpan<float> values, double largest)
    {
        var histogram = new int[Bins];
        foreach (float value in values)
        {
            double place = largest > 0 ? (value / largest) + 1 : 1;
            histogram[Math.Min((int)(place / 2 * Bins), Bins - 1)]++;
        }

        return histogram;
    }

    private static (int Zero, int All) CountBlocks(ReadOnlySpan<float> values, int rows, int columns)
    {
        int lanes = KernelWidth.Current.Lanes;
        int zero = 0;
        int all = 0;
        for (int row = 0; row < rows; row += lanes)
        {
            for (int column = 0; column < columns; column += SparseLayout.Columns)
            {
                all++;
                zero += IsZero(values, columns, row, Math.Min(row + lanes, rows), column, Math.Min(column + SparseLayout.Columns, columns)) ? 1 : 0;
            }
        }

        return (zero, all);
    }

    private static bool IsZero(ReadOnlySpan<float> values, int columns, int firstRow, int endRow, int firstColumn, int endColumn)
    {
        for (int row = firstRow; row < endRow; row++)
        {
            if (values[((row * columns) + firstColumn)..((row * columns) + endColumn)].ContainsAnyExcept(0f))
            {
                return false;
            }
        }

        return true;
    }
}
