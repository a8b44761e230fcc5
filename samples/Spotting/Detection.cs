namespace GhostGen.Samples.Spotting;

/// <summary>A keyword that was heard.</summary>
/// <param name="Label">Which output of the network it is.</param>
/// <param name="Word">The word.</param>
/// <param name="Time">Where it is in the stream: the middle of the second in which the network was surest of it.</param>
/// <param name="Confidence">The largest smoothed posterior, from 0 to 1.</param>
public readonly record struct Detection(int Label, string Word, TimeSpan Time, float Confidence);
