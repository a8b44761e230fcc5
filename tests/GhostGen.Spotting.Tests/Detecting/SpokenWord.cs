namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>A word of a stream.</summary>
/// <param name="Label">The output that it belongs to.</param>
/// <param name="Start">Where its clip begins.</param>
/// <param name="End">Where its clip ends.</param>
internal sealed record SpokenWord(int Label, TimeSpan Start, TimeSpan End);
