namespace GhostGen.Compiling;

/// <summary>The generator or the compiler has reported an error or a warning.</summary>
public sealed class ModelCompilationException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">All that was reported.</param>
    /// <param name="first">The first thing that was reported, without its place.</param>
    public ModelCompilationException(string message, string first)
        : base(message) => First = first;

    /// <summary>The first thing that was reported: one sentence or two.</summary>
    public string First { get; }
}
