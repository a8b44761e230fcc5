namespace GhostGen.Bench.Precisions;

// The models of the bench with their weights in a quarter of the bytes.

/// <summary>A GRU, 1 -&gt; 8, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(1, 8)]
internal sealed partial class Int8Gru1x8 : ICompiledModel;

/// <summary>A GRU, 1 -&gt; 16, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(1, 16)]
internal sealed partial class Int8Gru1x16 : ICompiledModel;

/// <summary>A GRU, 1 -&gt; 40, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(1, 40)]
internal sealed partial class Int8Gru1x40 : ICompiledModel;

/// <summary>A GRU, 10 -&gt; 154, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(10, 154)]
internal sealed partial class Int8Gru10x154 : ICompiledModel;

/// <summary>A GRU, 20 -&gt; 400, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(20, 400)]
internal sealed partial class Int8Gru20x400 : ICompiledModel;

/// <summary>A GRU, 24 -&gt; 24, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(24, 24)]
internal sealed partial class Int8Gru24x24 : ICompiledModel;

/// <summary>A GRU, 24 -&gt; 48, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(24, 48)]
internal sealed partial class Int8Gru24x48 : ICompiledModel;

/// <summary>A GRU, 90 -&gt; 48, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(90, 48)]
internal sealed partial class Int8Gru90x48 : ICompiledModel;

/// <summary>A GRU, 114 -&gt; 96, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(114, 96)]
internal sealed partial class Int8Gru114x96 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 64, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(40, 64)]
internal sealed partial class Int8Gru40x64 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 128, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(40, 128)]
internal sealed partial class Int8Gru40x128 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 256, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(40, 256)]
internal sealed partial class Int8Gru40x256 : ICompiledModel;

/// <summary>A GRU, 64 -&gt; 64, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(64, 64)]
internal sealed partial class Int8Gru64x64 : ICompiledModel;

/// <summary>A GRU, 128 -&gt; 128, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(128, 128)]
internal sealed partial class Int8Gru128x128 : ICompiledModel;

/// <summary>A GRU, 257 -&gt; 400, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(257, 400)]
internal sealed partial class Int8Gru257x400 : ICompiledModel;

/// <summary>A GRU, 384 -&gt; 384, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(384, 384)]
internal sealed partial class Int8Gru384x384 : ICompiledModel;

/// <summary>A GRU, 400 -&gt; 400, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[Gru(400, 400)]
internal sealed partial class Int8Gru400x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 8, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(1, 8, Ratio = 2)]
internal sealed partial class Int8GhostGru1x8 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 16, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(1, 16, Ratio = 2)]
internal sealed partial class Int8GhostGru1x16 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 40, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(1, 40, Ratio = 2)]
internal sealed partial class Int8GhostGru1x40 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 10 -&gt; 154, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(10, 154, Ratio = 2)]
internal sealed partial class Int8GhostGru10x154 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 20 -&gt; 400, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(20, 400, Ratio = 2)]
internal sealed partial class Int8GhostGru20x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 24, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(24, 24, Ratio = 2)]
internal sealed partial class Int8GhostGru24x24 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 48, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(24, 48, Ratio = 2)]
internal sealed partial class Int8GhostGru24x48 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 90 -&gt; 48, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(90, 48, Ratio = 2)]
internal sealed partial class Int8GhostGru90x48 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 114 -&gt; 96, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(114, 96, Ratio = 2)]
internal sealed partial class Int8GhostGru114x96 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 64, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(40, 64, Ratio = 2)]
internal sealed partial class Int8GhostGru40x64 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 128, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(40, 128, Ratio = 2)]
internal sealed partial class Int8GhostGru40x128 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 256, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(40, 256, Ratio = 2)]
internal sealed partial class Int8GhostGru40x256 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 64 -&gt; 64, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(64, 64, Ratio = 2)]
internal sealed partial class Int8GhostGru64x64 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 128 -&gt; 128, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(128, 128, Ratio = 2)]
internal sealed partial class Int8GhostGru128x128 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 257 -&gt; 400, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(257, 400, Ratio = 2)]
internal sealed partial class Int8GhostGru257x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 384 -&gt; 384, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(384, 384, Ratio = 2)]
internal sealed partial class Int8GhostGru384x384 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 400 -&gt; 400, with weights of Int8.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(400, 400, Ratio = 2)]
internal sealed partial class Int8GhostGru400x400 : ICompiledModel;
