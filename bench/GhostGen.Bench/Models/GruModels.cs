namespace GhostGen.Bench.Models;

// Compiled models of one layer, with weights given at run time: sizes of networks that people run on one core.

/// <summary>A GRU, 1 -&gt; 8.</summary>
[GhostModel]
[Gru(1, 8)]
internal sealed partial class Gru1x8;

/// <summary>A GRU, 1 -&gt; 16.</summary>
[GhostModel]
[Gru(1, 16)]
internal sealed partial class Gru1x16;

/// <summary>A GRU, 1 -&gt; 40.</summary>
[GhostModel]
[Gru(1, 40)]
internal sealed partial class Gru1x40;

/// <summary>A GRU, 10 -&gt; 154.</summary>
[GhostModel]
[Gru(10, 154)]
internal sealed partial class Gru10x154;

/// <summary>A GRU, 20 -&gt; 400.</summary>
[GhostModel]
[Gru(20, 400)]
internal sealed partial class Gru20x400;

/// <summary>A GRU, 24 -&gt; 24.</summary>
[GhostModel]
[Gru(24, 24)]
internal sealed partial class Gru24x24;

/// <summary>A GRU, 24 -&gt; 48.</summary>
[GhostModel]
[Gru(24, 48)]
internal sealed partial class Gru24x48;

/// <summary>A GRU, 90 -&gt; 48.</summary>
[GhostModel]
[Gru(90, 48)]
internal sealed partial class Gru90x48;

/// <summary>A GRU, 114 -&gt; 96.</summary>
[GhostModel]
[Gru(114, 96)]
internal sealed partial class Gru114x96;

/// <summary>A GRU, 40 -&gt; 64.</summary>
[GhostModel]
[Gru(40, 64)]
internal sealed partial class Gru40x64;

/// <summary>A GRU, 40 -&gt; 128.</summary>
[GhostModel]
[Gru(40, 128)]
internal sealed partial class Gru40x128;

/// <summary>A GRU, 40 -&gt; 256.</summary>
[GhostModel]
[Gru(40, 256)]
internal sealed partial class Gru40x256;

/// <summary>A GRU, 64 -&gt; 64.</summary>
[GhostModel]
[Gru(64, 64)]
internal sealed partial class Gru64x64;

/// <summary>A GRU, 128 -&gt; 128.</summary>
[GhostModel]
[Gru(128, 128)]
internal sealed partial class Gru128x128;

/// <summary>A GRU, 257 -&gt; 400.</summary>
[GhostModel]
[Gru(257, 400)]
internal sealed partial class Gru257x400;

/// <summary>A GRU, 384 -&gt; 384.</summary>
[GhostModel]
[Gru(384, 384)]
internal sealed partial class Gru384x384;

/// <summary>A GRU, 400 -&gt; 400.</summary>
[GhostModel]
[Gru(400, 400)]
internal sealed partial class Gru400x400;
