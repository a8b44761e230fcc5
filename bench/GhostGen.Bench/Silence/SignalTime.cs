namespace GhostGen.Bench.Silence;

/// <summary>How long a step takes with one signal.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Minimum">The shortest measurement, nanoseconds per step.</param>
/// <param name="Median">The middle measurement, nanoseconds per step.</param>
/// <param name="DenormalStates">The share of the states that a step reads that is denormal.</param>
internal sealed record SignalTime(string Signal, double Minimum, double Median, double DenormalStates);
