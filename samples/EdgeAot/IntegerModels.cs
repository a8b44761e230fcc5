using GhostGen;

namespace EdgeAot;

/// <summary>The keyword spotter in whole numbers, from the same model file.</summary>
[GhostModel("kws.ghost.json", Precision = Precision.Integer)]
public sealed partial class IntegerSpotter;

/// <summary>The enhancer in whole numbers, its weights turned into bytes when they are loaded.</summary>
[GhostModel(Precision = Precision.Integer)]
[GhostGru(input: 40, hidden: 128)]
[Dense(40, Activation = Activation.Sigmoid)]
public sealed partial class IntegerEnhancer;
