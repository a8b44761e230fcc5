namespace GhostGen.Samples.KeywordSpotting.Evaluating;

/// <summary>A clip of which is known what is spoken in it.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Label">The output that should be the largest.</param>
internal sealed record LabelledClip(string Path, int Label);
