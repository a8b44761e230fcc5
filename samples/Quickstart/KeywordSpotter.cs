using GhostGen;

namespace Quickstart;

/// <summary>Everything else about this class is written by the compiler, from the model file.</summary>
[GhostModel("kws.ghost.json")]
internal sealed partial class KeywordSpotter;
