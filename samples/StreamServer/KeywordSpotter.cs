using GhostGen;

namespace StreamServer;

/// <summary>The keyword spotter of the Quickstart.</summary>
[GhostModel("kws.ghost.json")]
internal sealed partial class KeywordSpotter;
