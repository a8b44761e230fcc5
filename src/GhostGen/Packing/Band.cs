namespace GhostGen.Packing;

/// <summary>A register of neighbouring outputs within a panel, whose weights lie together, gate after gate.</summary>
/// <param name="FirstLane">The band's first lane within its panel.</param>
/// <param name="Lanes">16, 8 or 4; 1 without vectors.</param>
internal sealed record Band(int FirstLane, int Lanes)
{
    /// <summary>Where the weights of one of the band's accumulators stand within a row.</summary>
    /// <param name="position">The position of the accumulator among those the row serves.</param>
    /// <param name="accumulators">How many accumulators the row serves.</param>
    internal int OffsetInRow(int position, int accumulators) => (FirstLane * accumulators) + (position * Lanes);
}
