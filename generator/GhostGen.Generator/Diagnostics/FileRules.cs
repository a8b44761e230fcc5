using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>How a class and its model file belong together.</summary>
internal static class FileRules
{
    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor NoName = new(
        "GHOST040",
        "A model's file has no name",
        "The model file of '{0}' is expected to have a name, and the attribute gives none; name it, or write [GhostModel] alone to load the weights at run time",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST040.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the name, the model files there are.</summary>
    internal static readonly DiagnosticDescriptor NotFound = new(
        "GHOST041",
        "A model's file is not in the project",
        "A model file '{0}' is expected in the project, and {1}; correct the name (upper and lower case count), or add <GhostModel Include=\"path\" /> to the project",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST041.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the name, the paths that end with it.</summary>
    internal static readonly DiagnosticDescriptor Ambiguous = new(
        "GHOST042",
        "A model's file could be several",
        "One model file is expected to end with '{0}', and several do: {1}; name enough of the path to tell them apart, such as \"folder/{0}\"",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST042.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the file, the difference.</summary>
    internal static readonly DiagnosticDescriptor ShapeDiffers = new(
        "GHOST043",
        "A model's attributes and its file disagree",
        "Model file '{0}' differs from the attributes: {1}; correct the attribute, or remove the layer attributes and let the file give the shape",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST043.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the file, its weights, the most there may be.</summary>
    internal static readonly DiagnosticDescriptor TooManyWeights = new(
        "GHOST044",
        "A model has too many weights to be compiled in",
        "At most {2} weights are expected to be compiled in, and model file '{0}' has {1} to compile in; write [GhostModel] with layer attributes instead and load the file at run time",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST044.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
