using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What is wrong with the members of a model file, whatever they describe. Argument of each message: what was expected and what was found.</summary>
internal static class ModelMemberRules
{
    internal static readonly DiagnosticDescriptor UnknownFormat = new(
        "GHOST108",
        "A model file is of another format",
        "A model file is of another format: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST108.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor UnsupportedVersion = new(
        "GHOST109",
        "A model file is of an unknown version",
        "A model file is of an unknown version: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST109.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor MissingMember = new(
        "GHOST110",
        "A model file lacks a member",
        "A model file lacks a member: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST110.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor UnknownMember = new(
        "GHOST111",
        "A model file has an unknown member",
        "A model file has an unknown member: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST111.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor DuplicateMember = new(
        "GHOST112",
        "A model file has a member twice",
        "A model file has a member twice: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST112.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    internal static readonly DiagnosticDescriptor WrongType = new(
        "GHOST113",
        "A member of a model file is of the wrong type",
        "A member of a model file is of the wrong type: {0}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST113.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
