using System.Runtime.Intrinsics;

namespace GhostGen.Kernels.Integer;

/// <summary>The line segments that <see cref="IntegerActivations"/> makes tanh of.</summary>
/// <remarks>
/// <para>
/// Thirty-two of them, an eighth wide each, from 0 to 4; beyond, tanh stays at the end of the last. They run as far above tanh where two of them meet as below it
/// between, 7.8e-4 at most; the first goes through the origin, so that silence stays silence. Where segments meet, heights are rounded so that nothing
/// ever falls.
/// </para>
/// <para>
/// The argument has 12 bits behind the point, the slope 14, the height at the origin 15. A segment is <c>x * slope + 2048 * height</c>: two products of 16-bit numbers,
/// added, which is one instruction on x64 (<c>vpmaddwd</c>). So each constant holds a slope in its lower half and a height in its upper one, and the segment is chosen
/// by the argument's upper bits: by a permutation of registers that hold all of them where vectors have 256 bits or more.
/// </para>
/// </remarks>
internal static class TanhSegments
{
    /// <summary>The largest argument: just below 4.</summary>
    internal const int MostArgument = (1 << 14) - 1;

    /// <summary>What an argument is shifted by to have its segment's index.</summary>
    internal const int IndexShift = 9;

    /// <summary>Beside the argument, in the upper half of its lane: what heights are multiplied with.</summary>
    internal const int HeightFactor = 2048;

    /// <summary>What is dropped of a sum, to have 15 bits behind the point.</summary>
    internal const int Shift = 11;

    /// <summary>The segments up to 2.</summary>
    internal static Vector512<int> Lower => Vector512.Create(
        16330 | (0 << 16), 15830 | (125 << 16), 14889 | (596 << 16), 13613 | (1553 << 16),
        12127 | (3039 << 16), 10557 | (5001 << 16), 9006 | (7328 << 16), 7553 | (9870 << 16),
        6243 | (12490 << 16), 5099 | (15064 << 16), 4124 | (17502 << 16), 3310 | (19740 << 16),
        2640 | (21750 << 16), 2094 | (23525 << 16), 1655 | (25061 << 16), 1304 | (26378 << 16));

    /// <summary>The segments from 2 on.</summary>
    internal static Vector512<int> Upper => Vector512.Create(
        1025 | (27494 << 16), 804 | (28433 << 16), 629 | (29220 << 16), 492 | (29871 << 16),
        385 | (30406 << 16), 300 | (30852 << 16), 234 | (31215 << 16), 183 | (31509 << 16),
        143 | (31749 << 16), 111 | (31949 << 16), 87 | (32105 << 16), 67 | (32240 << 16),
        53 | (32338 << 16), 41 | (32425 << 16), 32 | (32492 << 16), 68 | (32213 << 16));

    /// <summary>All segments.</summary>
    internal static ReadOnlySpan<int> All =>
    [
        16330 | (0 << 16), 15830 | (125 << 16), 14889 | (596 << 16), 13613 | (1553 << 16),
        12127 | (3039 << 16), 10557 | (5001 << 16), 9006 | (7328 << 16), 7553 | (9870 << 16),
        6243 | (12490 << 16), 5099 | (15064 << 16), 4124 | (17502 << 16), 3310 | (19740 << 16),
        2640 | (21750 << 16), 2094 | (23525 << 16), 1655 | (25061 << 16), 1304 | (26378 << 16),
        1025 | (27494 << 16), 804 | (28433 << 16), 629 | (29220 << 16), 492 | (29871 << 16),
        385 | (30406 << 16), 300 | (30852 << 16), 234 | (31215 << 16), 183 | (31509 << 16),
        143 | (31749 << 16), 111 | (31949 << 16), 87 | (32105 << 16), 67 | (32240 << 16),
        53 | (32338 << 16), 41 | (32425 << 16), 32 | (32492 << 16), 68 | (32213 << 16),
    ];
}
