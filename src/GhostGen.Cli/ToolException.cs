namespace GhostGen.Cli;

/// <summary>What was asked for cannot be done, for a reason that lies in the input.</summary>
/// <param name="subject">A file or an option.</param>
/// <param name="reason">What is wrong and what to do, in words.</param>
internal sealed class ToolException(string subject, string reason) : Exception($"{subject}: {reason}");
