namespace GhostGen.Cli.Verifying;

/// <summary>Compares outputs with given ones.</summary>
/// <param name="tolerance">What an output may be off by: this, and this times what is expected.</param>
internal sealed class VectorsMeter(double tolerance)
{
    private readonly DifferenceMeter meter = new();
    private long beyond;
    private VectorsPlace? first;

    /// <summary>Compares a step.</summary>
    public void Add(int sequence, int step, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        meter.Add(actual, expected);
        for (int i = 0; i < actual.Length; i++)
        {
            // Written so that what is no number does not pass.
            if (!(Math.Abs((double)actual[i] - expected[i]) <= tolerance + (tolerance * Math.Abs((double)expected[i]))))
            {
                beyond++;
                first ??= new(sequence, step, i, expected[i], actual[i]);
            }
        }
    }

    /// <summary>What has been found.</summary>
    public VectorsDifference Result(string file) => new(file, tolerance, meter.Result(), beyond, first);
}
