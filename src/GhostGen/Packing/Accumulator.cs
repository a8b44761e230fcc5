namespace GhostGen.Packing;

/// <summary>A sum that a stage builds for each of its outputs: a chain of multiply-adds that starts at a bias.</summary>
internal enum Accumulator
{
    /// <summary>The reset gate before its sigmoid.</summary>
    Reset,

    /// <summary>The update gate before its sigmoid.</summary>
    Update,

    /// <summary>The candidate's share outside the reset gate.</summary>
    Candidate,

    /// <summary>The candidate's share inside the reset gate.</summary>
    Recurrent,

    /// <summary>A ghost state before its activation.</summary>
    Ghost,

    /// <summary>An output of a dense layer before its activation.</summary>
    Output,
}
