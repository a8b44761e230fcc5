using GhostGen;

namespace EdgeAot;

/// <summary>The keyword spotter with its weights compiled in as upper halves of singles, from the same model file.</summary>
[GhostModel("kws.ghost.json", Precision = Precision.BFloat16)]
public sealed partial class BFloat16Spotter;

/// <summary>The enhancer with its weights rounded to upper halves of singles when they are loaded.</summary>
[GhostModel(Precision = Precision.BFloat16)]
[GhostGru(input: 40, hidden: 128)]
[Dense(40, Activation = Activation.Sigmoid)]
public sealed partial class BFloat16Enhancer;
