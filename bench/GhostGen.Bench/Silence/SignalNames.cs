namespace GhostGen.Bench.Silence;

/// <summary>What signals are called in tables and files.</summary>
internal static class SignalNames
{
    /// <summary>Inputs up to 2, and the state that they lead to: what the other signals are compared with.</summary>
    public const string Ordinary = "ordinary";

    /// <summary>Inputs of exactly zero, and the state that the model has settled in. With biases that is no small one.</summary>
    public const string Silence = "silence";

    /// <summary>Denormal inputs, in the state that the model has settled in.</summary>
    public const string DenormalInput = "denormal input";

    /// <summary>As <see cref="Ordinary"/>, and the state is written before each step: what <see cref="DenormalState"/> is compared with.</summary>
    public const string OrdinaryState = "ordinary, state written before each step";

    /// <summary>Denormal inputs, and a denormal state that is written before each step, because the biases lead the model away from it.</summary>
    public const string DenormalState = "denormal, state written before each step";

    /// <summary>As <see cref="Ordinary"/>, all biases zero: what the signals below are compared with.</summary>
    public const string OrdinaryUnbiased = "no biases, ordinary";

    /// <summary>Inputs of exactly zero, all biases zero: the state has decayed to where rounding lets it.</summary>
    public const string SilenceUnbiased = "no biases, silence";

    /// <summary>Inputs of 1e-21, all biases zero: states of that size are normal numbers, but powers of them, which activations take, are not.</summary>
    public const string SmallUnbiased = "no biases, small";

    /// <summary>Inputs just large enough not to be denormal, all biases zero: their products with weights are denormal.</summary>
    public const string UnderflowUnbiased = "no biases, underflow";

    /// <summary>Denormal inputs, all biases zero: states, products and sums are denormal in each step.</summary>
    public const string DenormalUnbiased = "no biases, denormal";
}
