using GhostGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GhostGen.Generator.Parsing;

/// <summary>
/// Checks the constructors of a model whose weights are loaded at run time. The generated constructor takes the weights; one of the
/// user's that does not call it, in the end, would make an instance without any. Where weights are compiled in they are a field's
/// initial value, and constructors are the user's own business.
/// </summary>
internal static class ConstructorForm
{
    private const string WeightsType = "PackedWeights";

    /// <summary>The mistakes.</summary>
    internal static IEnumerable<Finding> Check(INamedTypeSymbol type, Location location, CancellationToken cancellation)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (Declarations.LocationOf(constructor) is not { } place)
            {
                continue;
            }

            if (constructor.Parameters is [{ Type: { Name: WeightsType, ContainingNamespace: { Name: "Kernels", ContainingNamespace.Name: "GhostGen" } } }])
            {
                yield return new(MemberRules.WeightsConstructor, place, type.Name);
            }
            else if (!CallsAnother(constructor, cancellation))
            {
                yield return new(MemberRules.Constructor, place, type.Name);
            }
        }

        if (type.BaseType is { TypeKind: not TypeKind.Error } above && !HasReachableConstructor(above, type))
        {
            yield return new(MemberRules.BaseConstructor, location, type.Name, above.Name);
        }

        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            foreach (ISymbol member in part.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    yield return new(MemberRules.Required, ReferenceEquals(part, type) ? member.Locations[0] : location, part.Name, member.Name);
                }
            }
        }
    }

    /// <summary>Whether a constructor begins with <c>: this(...)</c>. A primary constructor cannot.</summary>
    private static bool CallsAnother(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax { Initializer: { } initializer }
            && initializer.IsKind(SyntaxKind.ThisConstructorInitializer));

    private static bool HasReachableConstructor(INamedTypeSymbol above, INamedTypeSymbol type) => above.InstanceConstructors.Any(constructor =>
        constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
        && constructor.DeclaredAccessibility switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => SymbolEqualityComparer.Default.Equals(above.ContainingAssembly, type.ContainingAssembly),
            _ => true,
        });
}
