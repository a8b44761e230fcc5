using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>The variables of one band of a panel: a register for each accumulator.</summary>
/// <param name="Suffix">What their names end with: empty where a panel has one band.</param>
/// <param name="Band">The band.</param>
internal sealed record Register(string Suffix, Band Band)
{
    /// <summary>The lanes of the register; 1 without vectors.</summary>
    internal int Lanes => Band.Lanes;

    /// <summary>Its first lane within the panel.</summary>
    internal int Lane => Band.FirstLane;

    /// <summary>The registers of a panel, in the order of its lanes.</summary>
    internal static IReadOnlyList<Register> Of(PanelLayout panel) =>
        [.. panel.Bands.Select((band, i) => new Register(panel.Bands.Count == 1 ? "" : Text.Invariant($"{i}"), band))];
}
