namespace GhostGen.Cli.Verifying;

/// <summary>An output that is not what was given.</summary>
/// <param name="Sequence">The sequence, from 0.</param>
/// <param name="Step">The step in it, from 0.</param>
/// <param name="Output">The output, from 0.</param>
/// <param name="Expected">What was given.</param>
/// <param name="Actual">What the class wrote.</param>
internal sealed record VectorsPlace(int Sequence, int Step, int Output, float Expected, float Actual);
