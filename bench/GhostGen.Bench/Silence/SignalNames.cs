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

    /// <summary>As <see cref="Ordinary"/>, all biases zero: what the signals below are compared with.</summary>
    public const string OrdinaryUnbiased = "no biases, ordinary";

    /// <summary>Inputs of exactly zero, all biases zero: the state has faded as far as it does.</summary>
    public const string SilenceUnbiased = "no biases, silence";

    /// <summary>Inputs of 1e-21, all biases zero: numbers whose powers, which activations take, are denormal.</summary>
    public const string SmallUnbiased = "no biases, small";

    /// <summary>Inputs just large enough not to be denormal, all biases zero: their products with weights are.</summary>
    public const string UnderflowUnbiased = "no biases, underflow";

    /// <summary>Denormal inputs, all biases zero.</summary>
    public const string DenormalUnbiased = "no biases, denormal";
}
