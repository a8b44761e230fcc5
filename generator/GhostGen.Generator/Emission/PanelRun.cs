using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Neighbouring panels of one kind.</summary>
/// <param name="Panel">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Weights">Where the weights of the first begin.</param>
/// <param name="Size">The floats of the weights of each.</param>
/// <param name="Sums">Where the sums of the first begin.</param>
/// <param name="SumSize">The sums of each.</param>
internal sealed record PanelRun(PanelLayout Panel, int Count, int Weights, int Size, int Sums, int SumSize);
