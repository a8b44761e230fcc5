using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What is wrong with the layers that a model file describes. Argument of each message: what was expected and what was found.</summary>
internal static class ModelLayerRules
{
    internal static readonly DiagnosticDescriptor SizeOutOfRange = new(
        "GHOST114",
        "A size in a model file is out of range",
        "A size in a model file is out of range: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST114.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NoLayers = new(
        "GHOST115",
        "A model file has no layers",
        "A model file has no layers: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST115.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor TooManyLayers = new(
        "GHOST116",
        "A model file has too many layers",
        "A model file has too many layers: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST116.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor TooManyParameters = new(
        "GHOST117",
        "A model file has too many weights",
        "A model file has too many weights: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST117.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor UnknownKind = new(
        "GHOST118",
        "A layer of a model file is of an unknown kind",
        "A layer of a model file is of an unknown kind: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST118.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor OptionOutOfRange = new(
        "GHOST119",
        "A layer of a model file has an option it cannot have",
        "A layer of a model file has an option it cannot have: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST119.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor BadLayerName = new(
        "GHOST120",
        "A layer of a model file has an invalid name",
        "A layer of a model file has an invalid name: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST120.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor DuplicateLayerName = new(
        "GHOST121",
        "Two layers of a model file have the same name",
        "Two layers of a model file have the same name: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST121.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor LabelCountMismatch = new(
        "GHOST122",
        "A model file does not have a label for each output",
        "A model file does not have a label for each output: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST122.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
