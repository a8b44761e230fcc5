namespace GhostGen.Cli.Verifying;

/// <summary>How far the generated class is from given outputs.</summary>
/// <param name="File">The file that has them.</param>
/// <param name="Tolerance">What an output may be off by: this, and this times what is expected.</param>
/// <param name="Difference">The largest differences.</param>
/// <param name="Beyond">The outputs that are farther off than the tolerance.</param>
/// <param name="First">The first of those; <see langword="null"/> where there is none.</param>
internal sealed record VectorsDifference(string File, double Tolerance, Difference Difference, long Beyond, VectorsPlace? First);
