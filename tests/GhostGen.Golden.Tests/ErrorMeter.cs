namespace GhostGen.Golden.Tests;

/// <summary>Keeps the largest distance between single-precision values and what double precision says they are.</summary>
internal sealed class ErrorMeter
{
    /// <summary>The largest distance.</summary>
    public double LargestError { get; private set; }

    /// <summary>The largest exact value, which says what the distance is to be seen against.</summary>
    public double LargestValue { get; private set; }

    /// <summary>Takes in a vector.</summary>
    public void Add(ReadOnlySpan<double> exact, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            LargestError = Math.Max(LargestError, Math.Abs(exact[i] - actual[i]));
            LargestValue = Math.Max(LargestValue, Math.Abs(exact[i]));
        }
    }
}
