using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator.Tests.Support;

/// <summary>A source in which <c>[|</c> and <c>|]</c> stand around the place where a diagnostic is expected.</summary>
/// <param name="Text">The source without the marks.</param>
/// <param name="Span">What was between them.</param>
internal sealed record MarkedSource(string Text, TextSpan Span)
{
    private const string Open = "[|";
    private const string Close = "|]";

    internal static MarkedSource Parse(string marked)
    {
        int start = marked.IndexOf(Open, StringComparison.Ordinal);
        int end = marked.IndexOf(Close, StringComparison.Ordinal) - Open.Length;
        if (start < 0 || end < start)
        {
            throw new ArgumentException("The source has no pair of marks.", nameof(marked));
        }

        string text = marked.Remove(start, Open.Length).Remove(end, Close.Length);
        return new(text, TextSpan.FromBounds(start, end));
    }

    /// <summary>What stands at a place, so that a failed test shows words and not numbers.</summary>
    internal string Part(TextSpan span) => Text.Substring(span.Start, span.Length);
}
