namespace GhostGen.Cli.Verifying;

/// <summary>How far the outputs of a generated layer are from those of the references.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="AgainstSingle">Against the single-precision reference, which computes with the class's own arithmetic: the same bits are expected.</param>
/// <param name="AgainstDouble">Against the double-precision reference, which computes the equations.</param>
internal sealed record LayerDifference(string Layer, string Kind, Difference AgainstSingle, Difference AgainstDouble);
