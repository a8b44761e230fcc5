using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What is wrong with the text of a model file, before it says anything of a model. Argument of each message: what was expected and what was found.</summary>
internal static class ModelTextRules
{
    internal static readonly DiagnosticDescriptor FileTooLarge = new(
        "GHOST101",
        "A model file is too large",
        "A model file is too large: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST101.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor InvalidEncoding = new(
        "GHOST102",
        "A model file is not UTF-8",
        "A model file is not UTF-8: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST102.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NotJson = new(
        "GHOST103",
        "A model file is not JSON",
        "A model file is not JSON: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST103.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor Truncated = new(
        "GHOST104",
        "A model file ends too early",
        "A model file ends too early: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST104.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor TrailingData = new(
        "GHOST105",
        "A model file goes on after its end",
        "A model file goes on after its end: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST105.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor TooDeep = new(
        "GHOST106",
        "A model file is nested too deeply",
        "A model file is nested too deeply: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST106.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NotAnObject = new(
        "GHOST107",
        "A model file is not a JSON object",
        "A model file is not a JSON object: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST107.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
