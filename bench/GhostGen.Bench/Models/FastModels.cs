namespace GhostGen.Bench.Models;

// The models that run once per audio sample, with fast activations. Their weights are those of the accurate ones.

/// <summary>A GRU, 1 -&gt; 8, with fast activations.</summary>
[GhostModel(Accuracy = ActivationAccuracy.Fast)]
[Gru(1, 8)]
internal sealed partial class FastGru1x8;

/// <summary>A GRU, 1 -&gt; 16, with fast activations.</summary>
[GhostModel(Accuracy = ActivationAccuracy.Fast)]
[Gru(1, 16)]
internal sealed partial class FastGru1x16;

/// <summary>A GRU, 1 -&gt; 40, with fast activations.</summary>
[GhostModel(Accuracy = ActivationAccuracy.Fast)]
[Gru(1, 40)]
internal sealed partial class FastGru1x40;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 8, with fast activations.</summary>
[GhostModel(Accuracy = ActivationAccuracy.Fast)]
[GhostGru(1, 8)]
internal sealed partial class FastGhostGru1x8;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 16, with fast activations.</summary>
[GhostModel(Accuracy = ActivationAccuracy.Fast)]
[GhostGru(1, 16)]
internal sealed partial class FastGhostGru1x16;

/// <summary>A GhostGRU of ratio 2, 1 -&gt; 40, with fast activations.</summary>
[GhostModel(Accuracy = ActivationAccuracy.Fast)]
[GhostGru(1, 40)]
internal sealed partial class FastGhostGru1x40;
