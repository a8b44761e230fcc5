namespace GhostGen.Kernels.Integer;

/// <summary>The lines that <see cref="IntegerActivations"/> makes tanh of.</summary>
/// <remarks>
/// <para>
/// For positive arguments tanh is concave, so it lies below each of its tangents, and the least of some lines follows it closely: no table, no search for a
/// segment, no branch, and the same for every lane. Sixteen lines do it to 8.4e-4, and with the rounding of the argument to 9.1e-4. They touch <c>tanh + 7.7e-4</c> where two of them meet and
/// run as far below tanh between; the first goes through the origin, so that silence stays silence, and the last is flat, just below 1.
/// </para>
/// <para>
/// The argument has 12 bits behind the point, the slope 14, the height 15. A line is <c>x * slope + 2048 * height</c>: two products of 16-bit numbers, added, which
/// is one instruction on x64 (<c>vpmaddwd</c>). Each constant holds a slope in its lower half, at most 1, and a height in its upper one.
/// </para>
/// </remarks>
internal static class TanhLines
{
    /// <summary>Beside the argument, in the upper half of its lane: what heights are multiplied with.</summary>
    internal const int HeightFactor = 2048;

    /// <summary>What is dropped of the least line, to have 15 bits behind the point.</summary>
    internal const int Shift = 11;

    internal const int Line0 = 16204 | (0 << 16);
    internal const int Line1 = 15070 | (479 << 16);
    internal const int Line2 = 13650 | (1518 << 16);
    internal const int Line3 = 12103 | (3065 << 16);
    internal const int Line4 = 10512 | (5064 << 16);
    internal const int Line5 = 8932 | (7447 << 16);
    internal const int Line6 = 7407 | (10143 << 16);
    internal const int Line7 = 5969 | (13076 << 16);
    internal const int Line8 = 4644 | (16161 << 16);
    internal const int Line9 = 3457 | (19308 << 16);
    internal const int Line10 = 2424 | (22420 << 16);
    internal const int Line11 = 1560 | (25389 << 16);
    internal const int Line12 = 878 | (28090 << 16);
    internal const int Line13 = 386 | (30377 << 16);
    internal const int Line14 = 90 | (32058 << 16);
    internal const int Line15 = 0 | (32767 << 16);
}
