namespace GhostGen.Cli.Data;

/// <summary>A sequence to run a model over.</summary>
/// <param name="Input">Frame after frame.</param>
/// <param name="Output">What every step should write; <see langword="null"/> where nobody knows.</param>
/// <param name="InitialState">The state before the first step; <see langword="null"/> for zeros.</param>
internal sealed record SampleSequence(float[] Input, float[]? Output = null, float[]? InitialState = null);
