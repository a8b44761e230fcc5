using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What is wrong with the weights in a model file. Argument of each message: what was expected and what was found.</summary>
internal static class ModelTensorRules
{
    internal static readonly DiagnosticDescriptor MissingTensor = new(
        "GHOST123",
        "A model file lacks a tensor",
        "A model file lacks a tensor: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST123.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor UnknownTensor = new(
        "GHOST124",
        "A model file has a tensor that belongs to no layer",
        "A model file has a tensor that belongs to no layer: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST124.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor WrongElementType = new(
        "GHOST125",
        "A tensor's elements are of an unsupported type",
        "A tensor's elements are of an unsupported type: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST125.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor WrongTensorShape = new(
        "GHOST126",
        "A tensor has other sizes than its layer",
        "A tensor has other sizes than its layer: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST126.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor WrongDataLength = new(
        "GHOST127",
        "A tensor has more or less data than its sizes say",
        "A tensor has more or less data than its sizes say: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST127.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NotBase64 = new(
        "GHOST128",
        "A tensor's data is not base64",
        "A tensor's data is not base64: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST128.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NonCanonicalBase64 = new(
        "GHOST129",
        "A tensor's data is base64 that no writer would write",
        "A tensor's data is base64 that no writer would write: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST129.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor NotANumber = new(
        "GHOST130",
        "An element of a tensor is not a number",
        "An element of a tensor is not a number: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST130.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor InfiniteValue = new(
        "GHOST131",
        "An element of a tensor is infinite",
        "An element of a tensor is infinite: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST131.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
