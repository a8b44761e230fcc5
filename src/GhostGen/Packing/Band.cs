namespace GhostGen.Packing;

/// <summary>
/// A run of neighbouring outputs within a panel whose weights lie together, gate after gate: 16, 8 or 4 lanes, so that one vector of
/// 512, 256 or 128 bits (or several narrower ones) covers one gate of it exactly and never straddles a cache line.
/// </summary>
/// <param name="FirstLane">The band's first lane within its panel.</param>
/// <param name="Lanes">16, 8 or 4.</param>
internal sealed record Band(int FirstLane, int Lanes);
