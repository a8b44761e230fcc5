namespace GhostGen.Bench.Precisions;

// The models of the bench in whole numbers.

/// <summary>A GRU, 1 -&gt; 8, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(1, 8)]
internal sealed partial class IntegerGru1x8 : ICompiledModel;

/// <summary>A GRU, 1 -&gt; 16, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(1, 16)]
internal sealed partial class IntegerGru1x16 : ICompiledModel;

/// <summary>A GRU, 1 -&gt; 40, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(1, 40)]
internal sealed partial class IntegerGru1x40 : ICompiledModel;

/// <summary>A GRU, 10 -&gt; 154, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(10, 154)]
internal sealed partial class IntegerGru10x154 : ICompiledModel;

/// <summary>A GRU, 20 -&gt; 400, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(20, 400)]
internal sealed partial class IntegerGru20x400 : ICompiledModel;

/// <summary>A GRU, 24 -&gt; 24, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(24, 24)]
internal sealed partial class IntegerGru24x24 : ICompiledModel;

/// <summary>A GRU, 24 -&gt; 48, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(24, 48)]
internal sealed partial class IntegerGru24x48 : ICompiledModel;

/// <summary>A GRU, 90 -&gt; 48, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(90, 48)]
internal sealed partial class IntegerGru90x48 : ICompiledModel;

/// <summary>A GRU, 114 -&gt; 96, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(114, 96)]
internal sealed partial class IntegerGru114x96 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 64, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(40, 64)]
internal sealed partial class IntegerGru40x64 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 128, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(40, 128)]
internal sealed partial class IntegerGru40x128 : ICompiledModel;

/// <summary>A GRU, 40 -&gt; 256, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(40, 256)]
internal sealed partial class IntegerGru40x256 : ICompiledModel;

/// <summary>A GRU, 64 -&gt; 64, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(64, 64)]
internal sealed partial class IntegerGru64x64 : ICompiledModel;

/// <summary>A GRU, 128 -&gt; 128, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(128, 128)]
internal sealed partial class IntegerGru128x128 : ICompiledModel;

/// <summary>A GRU, 257 -&gt; 400, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(257, 400)]
internal sealed partial class IntegerGru257x400 : ICompiledModel;

/// <summary>A GRU, 384 -&gt; 384, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(384, 384)]
internal sealed partial class IntegerGru384x384 : ICompiledModel;

/// <summary>A GRU, 400 -&gt; 400, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[Gru(400, 400)]
internal sealed partial class IntegerGru400x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 8, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(1, 8, Ratio = 2)]
internal sealed partial class IntegerGhostGru1x8 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 16, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(1, 16, Ratio = 2)]
internal sealed partial class IntegerGhostGru1x16 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 40, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(1, 40, Ratio = 2)]
internal sealed partial class IntegerGhostGru1x40 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 10 -&gt; 154, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(10, 154, Ratio = 2)]
internal sealed partial class IntegerGhostGru10x154 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 20 -&gt; 400, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(20, 400, Ratio = 2)]
internal sealed partial class IntegerGhostGru20x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 24, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(24, 24, Ratio = 2)]
internal sealed partial class IntegerGhostGru24x24 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 24 -&gt; 48, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(24, 48, Ratio = 2)]
internal sealed partial class IntegerGhostGru24x48 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 90 -&gt; 48, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(90, 48, Ratio = 2)]
internal sealed partial class IntegerGhostGru90x48 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 114 -&gt; 96, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(114, 96, Ratio = 2)]
internal sealed partial class IntegerGhostGru114x96 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 64, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(40, 64, Ratio = 2)]
internal sealed partial class IntegerGhostGru40x64 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 128, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(40, 128, Ratio = 2)]
internal sealed partial class IntegerGhostGru40x128 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 40 -&gt; 256, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(40, 256, Ratio = 2)]
internal sealed partial class IntegerGhostGru40x256 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 64 -&gt; 64, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(64, 64, Ratio = 2)]
internal sealed partial class IntegerGhostGru64x64 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 128 -&gt; 128, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(128, 128, Ratio = 2)]
internal sealed partial class IntegerGhostGru128x128 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 257 -&gt; 400, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(257, 400, Ratio = 2)]
internal sealed partial class IntegerGhostGru257x400 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 384 -&gt; 384, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(384, 384, Ratio = 2)]
internal sealed partial class IntegerGhostGru384x384 : ICompiledModel;

/// <summary>A GhostGRU of ratio 2, 400 -&gt; 400, in whole numbers.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(400, 400, Ratio = 2)]
internal sealed partial class IntegerGhostGru400x400 : ICompiledModel;
