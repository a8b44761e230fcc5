namespace GhostGen.Cli.Verifying;

/// <summary>Gathers the largest differences of values.</summary>
internal sealed class DifferenceMeter
{
    private long values;
    private long different;
    private double maximumUlp;
    private double maximumAbsolute;

    /// <summary>Compares values with single-precision ones.</summary>
    public void Add(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            Add(actual[i], expected[i]);
            different += BitConverter.SingleToInt32Bits(actual[i]) == BitConverter.SingleToInt32Bits(expected[i]) ? 0 : 1;
        }
    }

    /// <summary>Compares values with double-precision ones.</summary>
    public void Add(ReadOnlySpan<float> actual, ReadOnlySpan<double> expected)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            Add(actual[i], expected[i]);
            different += actual[i] == (float)expected[i] ? 0 : 1;
        }
    }

    /// <summary>What has been found so far.</summary>
    public Difference Result() => new(values, different, maximumUlp, maximumAbsolute);

    private void Add(double actual, double expected)
    {
        values++;
        double absolute = Math.Abs(actual - expected);
        if (actual.Equals(expected))
        {
            // Infinities and what is no number have no distance from themselves.
            absolute = 0;
        }

        double ulp = absolute == 0 ? 0 : double.IsFinite(absolute) ? absolute / UnitOfLastPlace(expected) : double.PositiveInfinity;
        maximumUlp = Math.Max(maximumUlp, ulp);
        maximumAbsolute = Math.Max(maximumAbsolute, double.IsNaN(absolute) ? double.PositiveInfinity : absolute);
    }

    private static double UnitOfLastPlace(double value)
    {
        float single = Math.Min((float)Math.Abs(value), float.MaxValue);
        return single == float.MaxValue ? single - (double)MathF.BitDecrement(single) : MathF.BitIncrement(single) - (double)single;
    }
}
