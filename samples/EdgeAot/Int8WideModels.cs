using GhostGen;

namespace EdgeAot;

/// <summary>The keyword spotter with its weights compiled in to be bytes for elements of 16 bits, from the same model file.</summary>
[GhostModel("kws.ghost.json", Precision = Precision.Int8Wide)]
public sealed partial class Int8WideSpotter;

/// <summary>The enhancer with its weights turned into bytes for elements of 16 bits when they are loaded.</summary>
[GhostModel(Precision = Precision.Int8Wide)]
[GhostGru(input: 40, hidden: 128)]
[Dense(40, Activation = Activation.Sigmoid)]
public sealed partial class Int8WideEnhancer;
