namespace GhostGen.Reference.Generic;

/// <summary>Neighbouring panels of the same width, and what can be done with them. References are to the whole vectors of a layer or, for a group, to the group's part.</summary>
internal abstract class PanelRun
{
    /// <summary>All gates of a layer whose reset gate stands after the product.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The old state.</param>
    /// <param name="next">Where the new intrinsic state goes.</param>
    /// <param name="activation">The candidate's activation.</param>
    internal abstract void Gates(ref float input, ref float state, ref float next, Activation activation);

    /// <summary>The reset and update gates of a layer whose reset gate stands before the product.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The old state.</param>
    /// <param name="gated">Where the intrinsic state times the reset gate goes.</param>
    /// <param name="update">Where the update gate goes.</param>
    internal abstract void ResetUpdate(ref float input, ref float state, ref float gated, ref float update);

    /// <summary>The candidate of such a layer, and its new state.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="state">The old state.</param>
    /// <param name="gated">The intrinsic state times the reset gate, and the ghosts behind it.</param>
    /// <param name="update">The update gate.</param>
    /// <param name="next">Where the new intrinsic state goes.</param>
    /// <param name="activation">The candidate's activation.</param>
    internal abstract void Candidate(ref float input, ref float state, ref float gated, ref float update, ref float next, Activation activation);

    /// <summary>A plain matrix with an activation: a dense layer or a cheap operation.</summary>
    /// <param name="input">What is multiplied.</param>
    /// <param name="output">Where the outputs go.</param>
    /// <param name="activation">The activation; softmax is left to the caller.</param>
    internal abstract void Product(ref float input, ref float output, Activation activation);
}
