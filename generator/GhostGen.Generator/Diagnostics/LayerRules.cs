using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>How layer attributes form a model.</summary>
internal static class LayerRules
{
    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor NoLayers = new(
        "GHOST020",
        "A model has neither a file nor layers",
        "The shape of '{0}' is expected from a model file or from layer attributes, and there is neither; name a file, [GhostModel(\"name.ghost.json\")], or add layers, such as [GhostGru(input: 10, hidden: 154)]",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST020.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor NoModel = new(
        "GHOST021",
        "Layers without a model do nothing",
        "'{0}' has layer attributes but no [GhostModel], so nothing is generated; add [GhostModel] or remove the layers",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST021.md");

    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor Scattered = new(
        "GHOST022",
        "The layers of a model stand on several parts of its class",
        "The layers of '{0}' are expected on one of its partial declarations, in order, and another part has some already; move this one there",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST022.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the layer.</summary>
    internal static readonly DiagnosticDescriptor NoInput = new(
        "GHOST023",
        "The first layer does not state its input size",
        "Layer '{0}' is the first, so it is expected to state how many values it reads, and does not; add the size, such as 'input: 10', before its own",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST023.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, its input size, the layer before, that one's output size.</summary>
    internal static readonly DiagnosticDescriptor InputDiffers = new(
        "GHOST024",
        "A layer does not read what the one before it writes",
        "Layer '{0}' is expected to read the {3} values that layer '{2}' writes, and states {1}; correct one of the sizes, or leave the input size out here",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST024.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the layer, what is wrong with its name.</summary>
    internal static readonly DiagnosticDescriptor Name = new(
        "GHOST025",
        "A layer's name is not valid",
        "Layer '{0}': {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST025.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the name.</summary>
    internal static readonly DiagnosticDescriptor SameName = new(
        "GHOST026",
        "Two layers have the same name",
        "The names of a model's layers are expected to differ, and an earlier layer is called '{0}' already; give one of them another Name",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST026.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the number of layers, the most there may be.</summary>
    internal static readonly DiagnosticDescriptor TooMany = new(
        "GHOST027",
        "A model has too many layers",
        "A model is expected to have at most {1} layers, and this one has {0}; split it into several models",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST027.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
