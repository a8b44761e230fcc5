namespace GhostGen.Golden.Tests;

/// <summary>Keeps the distances between single-precision values and what double precision says they are.</summary>
internal sealed class ErrorMeter
{
    private double squares;
    private long count;

    /// <summary>The largest distance.</summary>
    public double LargestError { get; private set; }

    /// <summary>The root of the mean square of all distances.</summary>
    public double RootMeanSquareError => Math.Sqrt(squares / count);

    /// <summary>The largest exact value, which says what the distance is to be seen against.</summary>
    public double LargestValue { get; private set; }

    /// <summary>Takes in a vector.</summary>
    public void Add(ReadOnlySpan<double> exact, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            double error = exact[i] - actual[i];
            LargestError = Math.Max(LargestError, Math.Abs(error));
            squares += error * error;
            LargestValue = Math.Max(LargestValue, Math.Abs(exact[i]));
        }

        count += exact.Length;
    }
}
