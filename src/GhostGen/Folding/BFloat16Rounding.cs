using System.Runtime.InteropServices;

namespace GhostGen.Folding;

/// <summary>Rounds weights to the upper half of a single: to nearest, ties to even. The result is a single whose lower half is zero.</summary>
internal static class BFloat16Rounding
{
    private const int LowerHalf = 0xFFFF;

    /// <summary>The bits of the largest number that there is, about 3.39e38.</summary>
    private const int Largest = 0x7F7F_0000;

    /// <summary>The rounded weights. Beyond the largest number of the kind it is taken, because an infinite weight times a state of zero is not a number.</summary>
    /// <param name="weights">Finite numbers; they are left as they are.</param>
    internal static float[] Round(float[] weights)
    {
        var rounded = new float[weights.Length];
        ReadOnlySpan<int> source = MemoryMarshal.Cast<float, int>(weights.AsSpan());
        Span<int> target = MemoryMarshal.Cast<float, int>(rounded.AsSpan());
        for (int i = 0; i < target.Length; i++)
        {
            int sign = source[i] & int.MinValue;
            int magnitude = source[i] & int.MaxValue;

            // Half a unit less one bit, and one bit more where the number below is odd: a tie then goes to the even neighbour.
            int nearest = (magnitude + (LowerHalf >> 1) + ((magnitude >> 16) & 1)) & ~LowerHalf;
            target[i] = sign | Math.Min(nearest, Largest);
        }

        return rounded;
    }
}
