namespace GhostGen.Bench.Precisions;

// The models of the bench with their weights in a quarter of the bytes, and elements of 16 bits.

/// <summary>A GRU, 1 -&gt; 8, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(1, 8)]
internal sealed partial class Int8WideGru1x8 : ICompiledModel;

/// <summary>A GRU, 1 -&gt; 16, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(1, 16)]
internal sealed partial class Int8WideGru1x16 : ICompiledModel;

/// <summary>A GRU, 1 -&gt; 40, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(1, 40)]
internal sealed partial class Int8WideGru1x40 : ICompiledModel;

/// <summary>A GRU, 10 -&gt; 154, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(10, 154)]
internal sealed partial class Int8WideGru10x154 : ICompiledModel;

/// <summary>A GRU, 20 -&gt; 400, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(20, 400)]
internal sealed partial class Int8WideGru20x400 : ICompiledModel;

/// <summary>A GRU, 24 -&gt; 24, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(24, 24)]
internal sealed partial class Int8WideGru24x24 : ICompiledModel;

/// <summary>A GRU, 24 -&gt; 48, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(24, 48)]
internal sealed partial class Int8WideGru24x48 : ICompiledModel;

/// <summary>A GRU, 90 -&gt; 48, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(90, 48)]
internal sealed partial class Int8WideGru90x48 : ICompiledModel;

/// <summary>A GRU, 114 -&gt; 96, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(114, 96)]
internal sealed partial class Int8WideGru114x96 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 64, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(40, 64)]
internal sealed partial class Int8WideGru40x64 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 128, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(40, 128)]
internal sealed partial class Int8WideGru40x128 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 256, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(40, 256)]
internal sealed partial class Int8WideGru40x256 : ICompiledModel;

/// <summary>A GRU, 64 -&gt; 64, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(64, 64)]
internal sealed partial class Int8WideGru64x64 : ICompiledModel;

/// <summary>A GRU, 128 -&gt; 128, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(128, 128)]
internal sealed partial class Int8WideGru128x128 : ICompiledModel;

/// <summary>A GRU, 257 -&gt; 400, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(257, 400)]
internal sealed partial class Int8WideGru257x400 : ICompiledModel;

/// <summary>A GRU, 384 -&gt; 384, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(384, 384)]
internal sealed partial class Int8WideGru384x384 : ICompiledModel;

/// <summary>A GRU, 400 -&gt; 400, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[Gru(400, 400)]
internal sealed partial class Int8WideGru400x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 8, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(1, 8, Ratio = 2)]
internal sealed partial class Int8WideGhostGru1x8 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 16, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(1, 16, Ratio = 2)]
internal sealed partial class Int8WideGhostGru1x16 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 40, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(1, 40, Ratio = 2)]
internal sealed partial class Int8WideGhostGru1x40 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 10 -&gt; 154, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(10, 154, Ratio = 2)]
internal sealed partial class Int8WideGhostGru10x154 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 20 -&gt; 400, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(20, 400, Ratio = 2)]
internal sealed partial class Int8WideGhostGru20x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 24, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(24, 24, Ratio = 2)]
internal sealed partial class Int8WideGhostGru24x24 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 48, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(24, 48, Ratio = 2)]
internal sealed partial class Int8WideGhostGru24x48 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 90 -&gt; 48, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(90, 48, Ratio = 2)]
internal sealed partial class Int8WideGhostGru90x48 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 114 -&gt; 96, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(114, 96, Ratio = 2)]
internal sealed partial class Int8WideGhostGru114x96 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 64, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(40, 64, Ratio = 2)]
internal sealed partial class Int8WideGhostGru40x64 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 128, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(40, 128, Ratio = 2)]
internal sealed partial class Int8WideGhostGru40x128 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 256, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(40, 256, Ratio = 2)]
internal sealed partial class Int8WideGhostGru40x256 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 64 -&gt; 64, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(64, 64, Ratio = 2)]
internal sealed partial class Int8WideGhostGru64x64 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 128 -&gt; 128, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(128, 128, Ratio = 2)]
internal sealed partial class Int8WideGhostGru128x128 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 257 -&gt; 400, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(257, 400, Ratio = 2)]
internal sealed partial class Int8WideGhostGru257x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 384 -&gt; 384, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(384, 384, Ratio = 2)]
internal sealed partial class Int8WideGhostGru384x384 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 400 -&gt; 400, with weights of Int8Wide.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(400, 400, Ratio = 2)]
internal sealed partial class Int8WideGhostGru400x400 : ICompiledModel;
