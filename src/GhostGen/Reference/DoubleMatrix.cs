namespace GhostGen.Reference;

/// <summary>A block of a row-major tensor, widened to double precision.</summary>
internal sealed class DoubleMatrix
{
    private readonly double[,] values;

    /// <summary>Copies a block.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="tensorColumns">The length of its rows.</param>
    /// <param name="firstRow">The block's first row.</param>
    /// <param name="rows">The block's rows.</param>
    /// <param name="firstColumn">The block's first column.</param>
    /// <param name="columns">The block's columns.</param>
    internal DoubleMatrix(float[] tensor, int tensorColumns, int firstRow, int rows, int firstColumn, int columns)
    {
        values = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[row, column] = tensor[((firstRow + row) * tensorColumns) + firstColumn + column];
            }
        }
    }

    /// <summary><c>sums += M vector</c>.</summary>
    internal void AddProduct(ReadOnlySpan<double> vector, Span<double> sums)
    {
        for (int row = 0; row < values.GetLength(0); row++)
        {
            double product = 0;
            for (int column = 0; column < values.GetLength(1); column++)
            {
                product += values[row, column] * vector[column];
            }

            sums[row] += product;
        }
    }
}
