using GhostGen;

namespace EdgeAot;

/// <summary>A larger model, whose weights are loaded when the program runs. They exceed the first-level cache, so it runs sequences in blocks of steps.</summary>
[GhostModel]
[GhostGru(input: 40, hidden: 128)]
[Dense(40, Activation = Activation.Sigmoid)]
public sealed partial class Enhancer;
