using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>Compares floats by their bits.</summary>
internal static class Bits
{
    /// <summary>Fails at the first value whose bits differ, naming it.</summary>
    internal static void AssertEqual(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                Assert.Fail(FormattableString.Invariant($"{what}, value {i}: expected {expected[i]:G9}, found {actual[i]:G9}"));
            }
        }
    }
}
