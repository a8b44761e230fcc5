namespace GhostGen.Bench.Contenders;

/// <summary>How far a model may be from the double reference because of the numbers that its weights are stored as.</summary>
internal static class PrecisionBound
{
    /// <summary>
    /// The largest absolute difference of an output that lies between -1 and 1. Each is about twice what was measured over the models of the
    /// bench and their 64 steps, and far below the tenths that a weight in a wrong place makes.
    /// </summary>
    public static double Of(Precision precision) => precision switch
    {
        // A weight is off by up to 2^-9 of itself. TODO
        Precision.BFloat16 => 2e-2,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "The bench has no bound for weights of this precision: measure one, and put it here."),
    };
}
