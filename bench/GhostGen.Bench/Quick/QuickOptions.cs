namespace GhostGen.Bench.Quick;

/// <summary>What the command line asks of a quick run.</summary>
/// <param name="Cold">Whether other memory is read between steps.</param>
/// <param name="Peers">Whether other libraries take part.</param>
/// <param name="Filter">A part of the titles of the models to run, or <see langword="null"/> for all.</param>
internal sealed record QuickOptions(bool Cold, bool Peers, string? Filter);
