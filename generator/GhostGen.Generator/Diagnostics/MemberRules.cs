using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Diagnostics;

/// <summary>What a class may contain beside the generated members.</summary>
internal static class MemberRules
{
    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor ClassName = new(
        "GHOST008",
        "A model's class has the name of a generated member",
        "Class '{0}' has the name of a member that GhostGen writes inside it, which C# does not allow; give the class another name",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST008.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the member.</summary>
    internal static readonly DiagnosticDescriptor Declared = new(
        "GHOST009",
        "A member of a model's class has the name of a generated one",
        "Class '{0}' declares '{1}', and so does GhostGen; give yours another name",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST009.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the base class, the member.</summary>
    internal static readonly DiagnosticDescriptor Inherited = new(
        "GHOST010",
        "A model's class inherits a member with the name of a generated one",
        "Class '{0}' inherits '{2}' from '{1}', and the '{2}' that GhostGen writes would hide it; rename it there, make it private, or choose another base class",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST010.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor Constructor = new(
        "GHOST011",
        "A constructor of a model that loads its weights does not take them",
        "The weights of '{0}' are loaded at run time, so every constructor of it is expected to pass them on to the generated one; let this one begin with ': this(weights)' and take or load the weights, or name a model file in [GhostModel]",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST011.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Argument: the class.</summary>
    internal static readonly DiagnosticDescriptor WeightsConstructor = new(
        "GHOST012",
        "A model that loads its weights declares the generated constructor",
        "Class '{0}' declares the constructor that takes PackedWeights alone, and so does GhostGen; remove yours, or give it another parameter and let it begin with ': this(weights)'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST012.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the base class.</summary>
    internal static readonly DiagnosticDescriptor BaseConstructor = new(
        "GHOST013",
        "The base class of a model that loads its weights has no constructor without parameters",
        "The constructor that GhostGen writes for '{0}' calls one of '{1}' that takes nothing, and there is none that it can reach; add one to '{1}', or name a model file in [GhostModel] and write the constructor yourself",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST013.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Arguments: the class, the member.</summary>
    internal static readonly DiagnosticDescriptor Required = new(
        "GHOST014",
        "A model that loads its weights has a required member",
        "Member '{1}' of '{0}' is required, but the Load methods that GhostGen writes cannot set it; remove the modifier 'required', or name a model file in [GhostModel]",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Pages + "GHOST014.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
