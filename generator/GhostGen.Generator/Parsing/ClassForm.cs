using GhostGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GhostGen.Generator.Parsing;

/// <summary>Checks that a class is one of which another part can be written.</summary>
internal static class ClassForm
{
    /// <summary>The mistakes of the class's own declaration and of those around it.</summary>
    /// <param name="type">The class.</param>
    /// <param name="location">Its name, on the part that makes it a model.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal static IEnumerable<Finding> Check(INamedTypeSymbol type, Location location, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Class || type.IsRecord)
        {
            yield return new(ClassRules.NotAClass, location, type.Name, ClassNames.Kind(type));
            yield break;
        }

        if (NotPartial(type, cancellation) is { } identifier)
        {
            yield return new(ClassRules.NotPartial, identifier.GetLocation(), type.Name);
        }

        if (type.IsStatic)
        {
            yield return new(ClassRules.Static, location, type.Name);
        }
        else if (type.IsAbstract)
        {
            yield return new(ClassRules.Abstract, location, type.Name);
        }

        if (SelfAndContainers(type).FirstOrDefault(static part => part.TypeParameters.Length > 0) is { } generic)
        {
            yield return new(ClassRules.Generic, location, type.Name, generic.Name);
        }

        if (SelfAndContainers(type).FirstOrDefault(static part => part.IsFileLocal) is { } fileLocal)
        {
            yield return new(ClassRules.FileLocal, location, type.Name, fileLocal.Name);
        }

        foreach (INamedTypeSymbol container in SelfAndContainers(type).Skip(1))
        {
            if (NotPartial(container, cancellation) is { } containerIdentifier)
            {
                yield return new(ClassRules.ContainerNotPartial, containerIdentifier.GetLocation(), container.Name, type.Name);
            }
        }
    }

    private static SyntaxToken? NotPartial(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (TypeDeclarationSyntax part in Declarations.Of(type, cancellation))
        {
            if (!part.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return part.Identifier;
            }
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> SelfAndContainers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            yield return part;
        }
    }
}
