using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>How far outputs may lie apart, and why.</summary>
internal static class Tolerance
{
    /// <summary>
    /// For expected outputs that another runtime computed in single precision, with its own order of summation and its own sigmoid and
    /// tanh, and that some files give in 6 to 8 digits only: a few units in the last place of values near 1 (6e-8 each), over a few steps.
    /// </summary>
    public const double OutsideVectors = 1e-6;

    /// <summary>Fails where a value is farther from its expectation than <paramref name="tolerance"/>, and returns the largest distance.</summary>
    public static double Check(IReadOnlyList<double> actual, IReadOnlyList<float> expected, double tolerance, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        double largest = 0;
        for (int i = 0; i < expected.Count; i++)
        {
            double distance = Math.Abs(actual[i] - expected[i]);
            Assert.True(
                distance <= tolerance,
                FormattableString.Invariant($"{what}: value {i} of {expected.Count} is {actual[i]:G9}, {expected[i]:G9} is expected; they differ by {distance:G3}, more than {tolerance:G3}."));
            largest = Math.Max(largest, distance);
        }

        return largest;
    }
}
