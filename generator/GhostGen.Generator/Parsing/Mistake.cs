using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GhostGen.Generator.Parsing;

/// <summary>What a finding says, as a value: its place in the source, which every keystroke moves, is left behind.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Arguments">What the rule's message has to name.</param>
/// <param name="Place">Where it is in a model file; <see langword="null"/> where it is in the source.</param>
internal sealed record Mistake(DiagnosticDescriptor Rule, Sequence<string> Arguments, FilePlace? Place = null)
{
    /// <summary>The mistake as the compiler reports it where no analyzer does.</summary>
    internal Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Place?.Location ?? Location.None, [.. Arguments]);
}

/// <summary>A place in a model file.</summary>
/// <param name="Path">What the file is called.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal sealed record FilePlace(string Path, int Line, int Column)
{
    /// <summary>The place as the compiler has it.</summary>
    internal Location Location
    {
        get
        {
            var place = new LinePosition(Line - 1, Column - 1);
            return Location.Create(Path, default, new LinePositionSpan(place, place));
        }
    }
}
