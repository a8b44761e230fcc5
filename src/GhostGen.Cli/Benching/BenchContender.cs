namespace GhostGen.Cli.Benching;

/// <summary>How long a step of one contender takes.</summary>
/// <param name="Name">What was timed.</param>
/// <param name="Minimum">The shortest measurement, nanoseconds a step.</param>
/// <param name="Median">The middle one.</param>
/// <param name="AllocatedBytes">Managed bytes that a step allocates.</param>
/// <param name="Bytes">The bytes of weights that a step reads; <see langword="null"/> of limits.</param>
/// <param name="Gigaflops">Operations a nanosecond, a multiply-add of the model's equations counting as two; <see langword="null"/> of limits.</param>
/// <param name="OfGenerated">The time as a multiple of the generated step's.</param>
internal sealed record BenchContender(string Name, double Minimum, double Median, double AllocatedBytes, double? Bytes, double? Gigaflops, double OfGenerated);
