using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GhostGen.Generator.Parsing;

/// <summary>
/// One attribute's arguments by name, whether they are a constructor's or a property's, and where each of them stands. While a
/// person types, any of them can be missing or of the wrong type; the compiler says so, and <see cref="IsBroken"/> remembers it.
/// </summary>
internal sealed class AttributeReader
{
    private readonly AttributeData attribute;
    private readonly AttributeSyntax? syntax;

    internal AttributeReader(AttributeData attribute, CancellationToken cancellation)
    {
        this.attribute = attribute;
        syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        IsBroken = attribute.AttributeConstructor is not { } constructor || constructor.Parameters.Length != attribute.ConstructorArguments.Length;
    }

    /// <summary>Whether the compiler rejects the attribute, so that its values mean nothing.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>The name of the attribute's class.</summary>
    internal string ClassName => attribute.AttributeClass!.Name;

    /// <summary>Where the attribute stands.</summary>
    internal Location Location => syntax?.GetLocation() ?? Location.None;

    /// <summary>The declaration that the attribute stands on.</summary>
    internal SyntaxNode? Declaration => syntax?.Parent?.Parent;

    /// <summary>Whether the argument is given.</summary>
    internal bool Has(string name) => Find(name) is not null;

    /// <summary>A number, a truth value or a text; <paramref name="fallback"/> where the argument is not given.</summary>
    internal T Get<T>(string name, T fallback)
    {
        switch (Find(name))
        {
            case null:
                return fallback;
            case { Kind: TypedConstantKind.Primitive, Value: T value }:
                return value;
            case { Kind: TypedConstantKind.Primitive, IsNull: true } when default(T) is null:
                return fallback;
            default:
                IsBroken = true;
                return fallback;
        }
    }

    /// <summary>A value of an enumeration, defined or not; <paramref name="fallback"/> where the argument is not given.</summary>
    internal T GetEnum<T>(string name, T fallback)
        where T : struct, Enum
    {
        switch (Find(name))
        {
            case null:
                return fallback;
            case { Kind: TypedConstantKind.Enum, Value: int value }:
                return (T)Enum.ToObject(typeof(T), value);
            default:
                IsBroken = true;
                return fallback;
        }
    }

    /// <summary>Where the argument stands; the attribute where it is not given.</summary>
    internal Location LocationOf(string name)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = syntax?.ArgumentList?.Arguments ?? default;
        int position = 0;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            string? argumentName = argument.NameEquals?.Name.Identifier.ValueText
                ?? argument.NameColon?.Name.Identifier.ValueText
                ?? attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(position)?.Name;
            if (argumentName == name)
            {
                return argument.GetLocation();
            }

            position++;
        }

        return Location;
    }

    private TypedConstant? Find(string name)
    {
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < constructor.Parameters.Length && i < attribute.ConstructorArguments.Length; i++)
            {
                if (constructor.Parameters[i].Name == name)
                {
                    return attribute.ConstructorArguments[i];
                }
            }
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
