namespace GhostGen.Packing;

/// <summary>A vector whose elements a stage multiplies into its accumulators.</summary>
internal enum StageSource
{
    /// <summary>The layer's input <c>x_t</c>.</summary>
    Input,

    /// <summary>The whole state of the step before, <c>[h; g]</c>; for a plain GRU that is <c>h</c>.</summary>
    State,

    /// <summary>The intrinsic part of the state of the step before, <c>h</c>.</summary>
    Intrinsic,

    /// <summary>The ghost part of the state of the step before, <c>g</c>.</summary>
    Ghosts,

    /// <summary>
    /// One value: 1 where there are ghosts, 0 before the first step, when all of the state is zero. It multiplies what the bias of folded
    /// ghosts adds to the gates.
    /// </summary>
    GhostsPresent,

    /// <summary>The intrinsic state of the step before, times the reset gate: <c>r o h</c>.</summary>
    ResetState,

    /// <summary>The intrinsic state that this step has just computed, <c>h_t</c>.</summary>
    NewIntrinsic,
}
