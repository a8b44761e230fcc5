using GhostGen;

namespace EdgeAot;

/// <summary>The keyword spotter with its weights compiled in to be bytes, from the same model file.</summary>
[GhostModel("kws.ghost.json", Precision = Precision.Int8)]
public sealed partial class Int8Spotter;

/// <summary>The enhancer with its weights turned into bytes when they are loaded.</summary>
[GhostModel(Precision = Precision.Int8)]
[GhostGru(input: 40, hidden: 128)]
[Dense(40, Activation = Activation.Sigmoid)]
public sealed partial class Int8Enhancer;
