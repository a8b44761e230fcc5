namespace GhostGen.Measuring.Machine;

/// <summary>What one core of this machine can do, measured at the start of the run.</summary>
/// <param name="Reads">Plain vectorised reads of memory of several sizes.</param>
/// <param name="PeakGigaflops">Single-precision operations per nanosecond, a multiply-add counting as two.</param>
/// <param name="DependentMultiplyAddNanoseconds">The latency of one multiply-add.</param>
/// <param name="DependentMultiplyAddCycles">The same in cycles: 4 on today's machines where multiply-adds fuse.</param>
/// <param name="ClockGigahertz">The clock during the measurement.</param>
internal sealed record MachineLimits(
    IReadOnlyList<ReadBandwidth> Reads,
    double PeakGigaflops,
    double DependentMultiplyAddNanoseconds,
    double DependentMultiplyAddCycles,
    double ClockGigahertz);
