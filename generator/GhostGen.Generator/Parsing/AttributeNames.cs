using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Parsing;

/// <summary>Recognises the attributes that make a model.</summary>
internal static class AttributeNames
{
    /// <summary>The full name of the attribute that makes a class a model.</summary>
    internal const string ModelMetadataName = "GhostGen." + Model;

    /// <summary>The layer attributes' class names.</summary>
    internal const string GhostGru = "GhostGruAttribute";

    /// <inheritdoc cref="GhostGru"/>
    internal const string Gru = "GruAttribute";

    /// <inheritdoc cref="GhostGru"/>
    internal const string Dense = "DenseAttribute";

    private const string Model = "GhostModelAttribute";

    internal static bool IsModel(AttributeData attribute) => attribute.AttributeClass is { Name: Model } type && IsOurs(type);

    internal static bool IsLayer(AttributeData attribute) => attribute.AttributeClass is { Name: GhostGru or Gru or Dense } type && IsOurs(type);

    private static bool IsOurs(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "GhostGen", ContainingNamespace.IsGlobalNamespace: true } };
}
