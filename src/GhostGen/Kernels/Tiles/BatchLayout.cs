namespace GhostGen.Kernels.Tiles;

/// <summary>How a model's kernels find their way through the memory of a batch, in floats.</summary>
/// <param name="Stride">From one stream to the next.</param>
/// <param name="Input">Where a stream's input stands.</param>
/// <param name="Output">Where its output stands after a step.</param>
/// <param name="Sums">The sums of the largest panel, for a tile.</param>
public sealed record BatchLayout(int Stride, int Input, int Output, int Sums);
