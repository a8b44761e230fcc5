using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What the sizes and options of a layer may be. The second argument of each message says what was found, what is accepted and what to do.</summary>
internal static class OptionRules
{
    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Size = new(
        "GHOST030",
        "A layer's size is out of range",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST030.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Ratio = new(
        "GHOST031",
        "A ghost layer's ratio is out of range",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST031.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Cheap = new(
        "GHOST032",
        "A ghost layer's cheap map is unknown",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST032.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Groups = new(
        "GHOST033",
        "A ghost layer cannot be cut into these groups",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST033.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Activation = new(
        "GHOST034",
        "A layer cannot have this activation",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST034.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Reset = new(
        "GHOST035",
        "A layer cannot have this reset form",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST035.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor Parameters = new(
        "GHOST036",
        "A model has too many weights",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST036.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the number that was found.</summary>
    internal static readonly DiagnosticDescriptor Accuracy = new(
        "GHOST037",
        "A model's accuracy of activations is unknown",
        "The accuracy of '{0}' is {1}, which means nothing; choose ActivationAccuracy.Accurate or ActivationAccuracy.Fast",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST037.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the model or the layer, the number that was found.</summary>
    internal static readonly DiagnosticDescriptor Precision = new(
        "GHOST038",
        "A precision of weights is unknown",
        "The precision of {0} is {1}, which means nothing; choose Precision.Float32, Precision.BFloat16, Precision.Int8, Precision.Int8Wide or Precision.Integer",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST038.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, the problem.</summary>
    internal static readonly DiagnosticDescriptor InputRange = new(
        "GHOST039",
        "A layer's range of its input is out of range",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST039.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
