using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What a class has to be so that another part of it can be written.</summary>
internal static class ClassRules
{
    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor NotPartial = new(
        "GHOST001",
        "A model's class has to be partial",
        "Class '{0}' is expected to be partial, because GhostGen writes another part of it, and is not; add the modifier 'partial'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST001.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the container, the class.</summary>
    internal static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "GHOST002",
        "The types around a model's class have to be partial",
        "Type '{0}' is expected to be partial, because GhostGen writes another part of class '{1}' inside it, and is not; add the modifier 'partial'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST002.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the type, what it is.</summary>
    internal static readonly DiagnosticDescriptor NotAClass = new(
        "GHOST003",
        "A model has to be a plain class",
        "A model is expected to be a class and '{0}' is a {1}; an instance owns its state, which a copy must not share, so declare a class",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST003.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor Static = new(
        "GHOST004",
        "A model's class cannot be static",
        "Class '{0}' is static, but each instance of a model has state of its own; remove the modifier 'static'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST004.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor Abstract = new(
        "GHOST005",
        "A model's class cannot be abstract",
        "Class '{0}' is abstract, but a model is complete and is there to be instantiated; remove the modifier 'abstract'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST005.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the generic type (itself or a container).</summary>
    internal static readonly DiagnosticDescriptor Generic = new(
        "GHOST006",
        "A model's class cannot be generic or lie in a generic type",
        "Class '{0}' is expected to be free of type parameters, so that its weights exist once, and '{1}' has some; move the class out of the generic type or remove the type parameters",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST006.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the file-local type (itself or a container).</summary>
    internal static readonly DiagnosticDescriptor FileLocal = new(
        "GHOST007",
        "A model's class cannot be file-local",
        "Class '{0}' is expected to be visible outside its file, because GhostGen writes another part of it in another file, and '{1}' is file-local; make it internal or private",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST007.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
