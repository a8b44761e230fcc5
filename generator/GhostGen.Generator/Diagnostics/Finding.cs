using GhostGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>One mistake: the rule it breaks, where, and what the rule's message has to name.</summary>
internal sealed class Finding(DiagnosticDescriptor rule, Location location, params string[] arguments)
{
    /// <summary>The rule.</summary>
    internal DiagnosticDescriptor Rule => rule;

    /// <summary>The place at fault.</summary>
    internal Location Location => location;

    /// <summary>The finding as the compiler reports it.</summary>
    internal Diagnostic ToDiagnostic() => Diagnostic.Create(rule, location, [.. arguments]);

    /// <summary>The finding without its place.</summary>
    internal Mistake ToMistake() => new(rule, new(arguments));
}
