namespace GhostGen.Reference.Generic;

/// <summary>Neighbouring panels that compute one sum an output.</summary>
internal abstract class ProductRun
{
    /// <summary>A plain matrix with an activation: a dense layer or a cheap operation.</summary>
    /// <param name="input">What is multiplied.</param>
    /// <param name="output">Where the outputs go.</param>
    /// <param name="activation">The activation; softmax is left to the caller.</param>
    internal abstract void Product(ref float input, ref float output, Activation activation);

    /// <summary>The candidate of a layer whose reset gate stands before the product, and its new state.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The old state.</param>
    /// <param name="gated">The intrinsic state times the reset gate, and the ghosts behind it.</param>
    /// <param name="update">The update gate.</param>
    /// <param name="next">Where the new intrinsic state goes.</param>
    /// <param name="activation">The candidate's activation.</param>
    internal abstract void Candidate(ref float input, ref float state, ref float gated, ref float update, ref float next, Activation activation);
}
