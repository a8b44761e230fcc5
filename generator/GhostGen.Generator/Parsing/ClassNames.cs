using GhostGen.Generator.Emission;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GhostGen.Generator.Parsing;

/// <summary>Names a class, and what stands around it, as another part of it has to.</summary>
internal static class ClassNames
{
    /// <summary>The class as values.</summary>
    internal static UserClass Of(INamedTypeSymbol type, string? file)
    {
        var containers = new Stack<string>();
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Push($"{Kind(container)} {EscapeType(container.Name)}");
        }

        var namespaces = new Stack<string>();
        for (INamespaceSymbol? space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            namespaces.Push(Escape(space.Name));
        }

        return new(string.Join(".", namespaces), new Sequence<string>(containers), EscapeType(type.Name), file);
    }

    /// <summary>The words that declare a type of this kind.</summary>
    internal static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
        TypeKind.Interface => "interface",
        _ => type.IsRecord ? "record" : "class",
    };

    /// <summary>A name of small ASCII letters alone might become a keyword, the compiler warns (CS8981); the user has been told, or has escaped it already.</summary>
    private static string EscapeType(string name) => name.All(static c => c is >= 'a' and <= 'z') ? "@" + name : Escape(name);

    /// <summary>Contextual keywords are escaped too: many of them cannot name a type otherwise.</summary>
    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
