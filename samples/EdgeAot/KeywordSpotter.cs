using GhostGen;

namespace EdgeAot;

/// <summary>Everything else about this class is written by the compiler, from the model file.</summary>
[GhostModel("kws.ghost.json")]
public sealed partial class KeywordSpotter;
