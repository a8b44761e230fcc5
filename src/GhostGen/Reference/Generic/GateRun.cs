namespace GhostGen.Reference.Generic;

/// <summary>Neighbouring panels that compute several gates at once.</summary>
internal abstract class GateRun
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
}
