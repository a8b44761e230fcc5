namespace GhostGen.Modeling;

/// <summary>A row of a matrix of weights, and how far its weights are from those of the model file.</summary>
/// <param name="Tensor">The matrix, by its name within the layer; of folded ghosts also <c>weight_gc</c>.</param>
/// <param name="Row">The row, from 0: gates are stacked, reset, update, candidate.</param>
/// <param name="Gate">What the row is summed up for: <c>reset</c>, <c>update</c>, <c>candidate</c>, <c>ghost</c> or <c>output</c>.</param>
/// <param name="Output">The state or the output that this is for, from 0; of ghosts, among the ghosts.</param>
/// <param name="Error">The root of the mean square of the changes of its weights over that of its weights: 0.01 is one per cent.</param>
public sealed record QuantizedRow(string Tensor, int Row, string Gate, int Output, double Error);
