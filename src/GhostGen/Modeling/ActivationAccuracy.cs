namespace GhostGen;

/// <summary>How exactly a model computes sigmoid and tanh. Softmax, relu and all sums are the same with either.</summary>
public enum ActivationAccuracy
{
    /// <summary>Within a few units of the last place; docs/numerics.md states the bounds.</summary>
    Accurate,

    /// <summary>
    /// Within 5e-5 of the exact value, from a shorter chain of operations: a recurrent step of few states spends most of its time waiting
    /// for its activations. Results stay within [-1, 1] and [0, 1].
    /// </summary>
    Fast,
}
