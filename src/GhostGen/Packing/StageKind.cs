namespace GhostGen.Packing;

/// <summary>What a stage does with its accumulators once they are complete.</summary>
internal enum StageKind
{
    /// <summary>All gates of a recurrent layer whose reset gate stands after the product: writes the new intrinsic state.</summary>
    Gates,

    /// <summary>The reset and update gates of a layer whose reset gate stands before the product: writes <c>r o h</c> and <c>z</c>.</summary>
    ResetUpdate,

    /// <summary>The candidate of such a layer: writes the new intrinsic state.</summary>
    Candidate,

    /// <summary>The cheap operation as a matrix, or as one matrix a group: writes the ghosts.</summary>
    Cheap,

    /// <summary>The cheap operation as one scale a ghost: writes the ghosts. Its weights are not panels but plain rows: biases, then scales.</summary>
    DiagonalCheap,

    /// <summary>A dense layer: writes its outputs.</summary>
    Dense,
}
