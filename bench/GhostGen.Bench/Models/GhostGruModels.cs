namespace GhostGen.Bench.Models;

// The sizes of the plain models, as ghost layers of ratio 2.

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 8.</summary>
[GhostModel]
[GhostGru(1, 8, Ratio = 2)]
internal sealed partial class GhostGru1x8;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 16.</summary>
[GhostModel]
[GhostGru(1, 16, Ratio = 2)]
internal sealed partial class GhostGru1x16;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 40.</summary>
[GhostModel]
[GhostGru(1, 40, Ratio = 2)]
internal sealed partial class GhostGru1x40;

/// <summary>A GhostGRU of ratio 2, 10 -&gt; 154.</summary>
[GhostModel]
[GhostGru(10, 154, Ratio = 2)]
internal sealed partial class GhostGru10x154;

/// <summary>A GhostGRU of ratio 2, 20 -&gt; 400.</summary>
[GhostModel]
[GhostGru(20, 400, Ratio = 2)]
internal sealed partial class GhostGru20x400;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 24.</summary>
[GhostModel]
[GhostGru(24, 24, Ratio = 2)]
internal sealed partial class GhostGru24x24;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 48.</summary>
[GhostModel]
[GhostGru(24, 48, Ratio = 2)]
internal sealed partial class GhostGru24x48;

/// <summary>A GhostGRU of ratio 2, 90 -&gt; 48.</summary>
[GhostModel]
[GhostGru(90, 48, Ratio = 2)]
internal sealed partial class GhostGru90x48;

/// <summary>A GhostGRU of ratio 2, 114 -&gt; 96.</summary>
[GhostModel]
[GhostGru(114, 96, Ratio = 2)]
internal sealed partial class GhostGru114x96;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 64.</summary>
[GhostModel]
[GhostGru(40, 64, Ratio = 2)]
internal sealed partial class GhostGru40x64;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 128.</summary>
[GhostModel]
[GhostGru(40, 128, Ratio = 2)]
internal sealed partial class GhostGru40x128;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 256.</summary>
[GhostModel]
[GhostGru(40, 256, Ratio = 2)]
internal sealed partial class GhostGru40x256;

/// <summary>A GhostGRU of ratio 2, 64 -&gt; 64.</summary>
[GhostModel]
[GhostGru(64, 64, Ratio = 2)]
internal sealed partial class GhostGru64x64;

/// <summary>A GhostGRU of ratio 2, 128 -&gt; 128.</summary>
[GhostModel]
[GhostGru(128, 128, Ratio = 2)]
internal sealed partial class GhostGru128x128;

/// <summary>A GhostGRU of ratio 2, 257 -&gt; 400.</summary>
[GhostModel]
[GhostGru(257, 400, Ratio = 2)]
internal sealed partial class GhostGru257x400;

/// <summary>A GhostGRU of ratio 2, 384 -&gt; 384.</summary>
[GhostModel]
[GhostGru(384, 384, Ratio = 2)]
internal sealed partial class GhostGru384x384;

/// <summary>A GhostGRU of ratio 2, 400 -&gt; 400.</summary>
[GhostModel]
[GhostGru(400, 400, Ratio = 2)]
internal sealed partial class GhostGru400x400;
