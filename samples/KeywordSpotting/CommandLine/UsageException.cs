namespace GhostGen.Samples.KeywordSpotting.CommandLine;

/// <summary>Something is wrong with the command line.</summary>
/// <param name="message">What is wrong and what to do, in words.</param>
internal sealed class UsageException(string message) : Exception(message);
