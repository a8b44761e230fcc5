namespace GhostGen;

/// <summary>The function applied to each output of a layer.</summary>
public enum Activation
{
    /// <summary>The identity: the output is the sum itself.</summary>
    None,

    /// <summary><c>max(x, 0)</c>.</summary>
    Relu,

    /// <summary>The logistic function <c>1 / (1 + exp(-x))</c>.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary><c>exp(x_i) / sum_j exp(x_j)</c> over all outputs of the layer; dense layers only.</summary>
    Softmax,
}
