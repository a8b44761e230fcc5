namespace GhostGen.Measuring.Machine;

/// <summary>How fast memory of a certain size is read, again and again.</summary>
/// <param name="Level">The cache level that holds it on today's cores.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="GigabytesPerSecond">Bytes per nanosecond.</param>
internal sealed record ReadBandwidth(string Level, int Bytes, double GigabytesPerSecond);
