namespace GhostGen.Cli.Inspecting;

/// <summary>A row of weights that fewer bits change most.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Tensor">The tensor's name within it.</param>
/// <param name="Row">The row, from 0.</param>
/// <param name="Error">The root of the mean square of its changes over that of its weights.</param>
internal sealed record WorstRow(string Layer, string Tensor, int Row, double Error);
