using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Parsing;

/// <summary>Checks that nothing in or above a class has the name of a member that is generated.</summary>
internal static class MemberNames
{
    private const string Interface = "IStreamingModel";

    /// <summary>The mistakes.</summary>
    /// <param name="type">The class.</param>
    /// <param name="location">Its name.</param>
    /// <param name="loadsWeights">Whether its weights are loaded at run time: more is generated then.</param>
    internal static IEnumerable<Finding> Check(INamedTypeSymbol type, Location location, bool loadsWeights)
    {
        IReadOnlyList<string> names = GeneratedMembers.Names(loadsWeights);
        if (names.Contains(type.Name))
        {
            yield return new(MemberRules.ClassName, location, type.Name);
        }

        // A model among the base classes hands all its names down; the generator does not see them yet, the analyzer does, and once is enough.
        INamedTypeSymbol? modelAbove = Above(type).FirstOrDefault(static above => above.GetAttributes().Any(AttributeNames.IsModel));
        if (modelAbove is not null)
        {
            yield return new(MemberRules.Inherited, location, type.Name, modelAbove.Name, names[0]);
        }

        foreach (string name in names)
        {
            // Overloads count as well: whoever reads the class should find one Step in it, and documentation refers to it by name.
            Location? declared = type.GetMembers(name).Select(Declarations.LocationOf).FirstOrDefault(static place => place is not null);
            if (declared is not null)
            {
                yield return new(MemberRules.Declared, declared, type.Name, name);
            }
            else if (modelAbove is null && Inherited(type, name) is { } inherited)
            {
                yield return new(MemberRules.Inherited, location, type.Name, inherited.ContainingType.Name, name);
            }
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (ImplementsOurs(member) is { } implemented && Declarations.LocationOf(member) is { } place)
            {
                yield return new(MemberRules.Declared, place, type.Name, $"{Interface}.{implemented.Name}");
            }
        }
    }

    private static ISymbol? Inherited(INamedTypeSymbol type, string name) =>
        Above(type).SelectMany(above => above.GetMembers(name)).FirstOrDefault(member => IsVisible(member, type));

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? above = type.BaseType; above is not null; above = above.BaseType)
        {
            yield return above;
        }
    }

    private static bool IsVisible(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly) || member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
        _ => true,
    };

    private static ISymbol? ImplementsOurs(ISymbol member)
    {
        IEnumerable<ISymbol> implemented = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } method => method.ExplicitInterfaceImplementations,
            IPropertySymbol property => property.ExplicitInterfaceImplementations,
            _ => [],
        };
        return implemented.FirstOrDefault(static target =>
            target.ContainingType is { Name: Interface, ContainingNamespace: { Name: "GhostGen", ContainingNamespace.IsGlobalNamespace: true } }
            && target is not IMethodSymbol { AssociatedSymbol: not null });
    }
}
