namespace GhostGen;

/// <summary>The shape of the cheap operation that derives the ghost states from the intrinsic ones (GhostRNN, arXiv 2411.14489).</summary>
public enum CheapMap
{
    /// <summary>A full matrix: every ghost sees every intrinsic state.</summary>
    Dense,

    /// <summary>A block-diagonal matrix: ghosts and intrinsic states are cut into the same number of groups, and a ghost sees its own group only.</summary>
    Grouped,

    /// <summary>One scale per ghost: ghost <c>i</c> sees intrinsic state <c>i mod intrinsic</c> only.</summary>
    Diagonal,
}
