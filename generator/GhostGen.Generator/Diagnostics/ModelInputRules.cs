using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What is wrong with the normalization in a model file. Argument of each message: what was expected and what was found.</summary>
internal static class ModelInputRules
{
    internal static readonly DiagnosticDescriptor NormalizationCountMismatch = new(
        "GHOST132",
        "A model file does not have a mean or a scale for each input",
        "A model file does not have a mean or a scale for each input: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST132.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NormalizationOutOfRange = new(
        "GHOST133",
        "A mean or a scale in a model file is out of range",
        "A mean or a scale in a model file is out of range: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST133.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
