namespace GhostGen.Bench.Contenders;

/// <summary>How far a model may be from the double reference because of the numbers that its weights are stored as.</summary>
internal static class PrecisionBound
{
    /// <summary>
    /// The allowed absolute difference of an output that lies between -1 and 1. Each is two to three times what the 34 models of the bench and their
    /// 64 steps need, and far below the tenths that a weight in a wrong place makes. That rounded weights give exactly the bits they should
    /// is for tests; a bench only has to know that it times no mistake.
    /// </summary>
    public static double Of(Precision precision) => precision switch
    {
        // A weight is off by up to 2^-9 of itself. Measured: 1.1e-3 for ghost_gru 1 -> 8 to 3.8e-3 for ghost_gru 128 -> 128, and hardly more for large layers than for small ones.
        Precision.BFloat16 => 1e-2,

        // A weight and an element are off by half a unit each. Measured: 2.5e-3 for gru 1 -> 40 to 1.8e-2 for ghost_gru 128 -> 128.
        Precision.Int8 => 5e-2,

        // A weight is off by half a unit, which is most of the error of Int8 too. Measured: 1.7e-3 for gru 1 -> 40 to 1.7e-2 for ghost_gru 128 -> 128.
        Precision.Int8Wide => 5e-2,

        // Weights as above, and activations of lines to 1e-3. Measured: 2.0e-3 for gru 1 -> 8 to 1.8e-2 for ghost_gru 128 -> 128.
        Precision.Integer => 6e-2,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "The bench has no bound for weights of this precision: measure one, and put it here."),
    };
}
