using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GhostGen.Measuring.Machine;

/// <summary>Chains in which each operation waits for the one before it: their time is latency, whatever else the machine could do meanwhile.</summary>
internal static class DependentArithmetic
{
    /// <summary>Operations per turn of the loops.</summary>
    public const int OperationsPerTurn = 16;

    /// <summary>
    /// A chain of multiply-adds, the unit in which the time of small recurrent steps is best told: it does not change with the clock.
    /// The accumulator has to stay in a register (4 cycles on today's machines; through memory it would be 8 or more).
    /// </summary>
    /// <param name="turns">The number of times <see cref="OperationsPerTurn"/> multiply-adds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float MultiplyAdds(int turns)
    {
        // Converges to 1: no denormals, no overflow.
        Vector128<float> factor = Vector128.Create(0.5f);
        Vector128<float> value = default;
        for (int i = 0; i < turns; i++)
        {
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
            value = Vector128.MultiplyAddEstimate(value, factor, factor);
        }

        return value[0];
    }

    /// <summary>
    /// A chain of integer additions and exclusive ors of two registers, one cycle each on every machine of interest: what it takes is
    /// the clock. Alternating, so that no compiler or processor can merge neighbours.
    /// </summary>
    /// <param name="turns">The number of times <see cref="OperationsPerTurn"/> operations.</param>
    /// <param name="seed">Anything that the compiler cannot know.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Integers(int turns, long seed)
    {
        long value = seed;
        long other = ~seed;
        for (int i = 0; i < turns; i++)
        {
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
            value = (value + other) ^ seed;
        }

        return value;
    }
}
