namespace GhostGen.Samples.Spotting;

/// <summary>The network: a second of features in, frame by frame, and after the last of them the posteriors of all labels out.</summary>
[GhostModel("kws.ghost.json")]
public sealed partial class KeywordSpotter;
