namespace GhostGen.Samples.KeywordSpotting;

/// <summary>What was asked for cannot be done, for a reason that lies in the input.</summary>
/// <param name="subject">A file, a folder or a stream.</param>
/// <param name="reason">What was expected, what was found, and what to do.</param>
internal sealed class InputException(string subject, string reason) : Exception($"{subject}: {reason}");
