using GhostGen.Measuring.Machine;

namespace GhostGen.Cli.Benching;

/// <summary>What <c>bench</c> measured.</summary>
/// <param name="File">The model's file.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Precision">The numbers that weights are stored as.</param>
/// <param name="Accuracy">How exactly sigmoid and tanh are computed.</param>
/// <param name="Machine">What was measured on.</param>
/// <param name="Limits">What one core of it can do.</param>
/// <param name="MultiplyAdds">The multiply-adds of a step.</param>
/// <param name="WeightBytes">The bytes of weights that the generated step reads.</param>
/// <param name="ReadNanoseconds">What only reading them takes.</param>
/// <param name="ArithmeticNanoseconds">What only multiplying and adding takes, at the machine's peak for singles; <see langword="null"/> where weights are bytes, which are multiplied otherwise.</param>
/// <param name="Contenders">The times.</param>
/// <param name="Plot">The file of the plot, or <see langword="null"/>.</param>
internal sealed record BenchResult(
    string File,
    string Name,
    Precision Precision,
    ActivationAccuracy Accuracy,
    MachineDescription Machine,
    MachineLimits Limits,
    long MultiplyAdds,
    long WeightBytes,
    double ReadNanoseconds,
    double? ArithmeticNanoseconds,
    IReadOnlyList<BenchContender> Contenders,
    string? Plot)
{
    /// <summary>The roof: a step cannot be shorter than the longer of the two, but for weights that a cache holds from the step before.</summary>
    public double RoofNanoseconds => Math.Max(ReadNanoseconds, ArithmeticNanoseconds ?? 0);

    /// <summary>The generated step's time as a multiple of the roof.</summary>
    public double StepOfRoof => Contenders[0].Minimum / RoofNanoseconds;
}
