using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GhostGen.Generator.Parsing;

/// <summary>Tells what a user wrote from what the generator wrote: the analyzer sees both, the generator only the first.</summary>
internal static class Declarations
{
    // The compiler files a generated tree under the generator's assembly and full class name.
    private static readonly string AssemblyName = typeof(ModelGenerator).Assembly.GetName().Name;
    private static readonly string GeneratorName = typeof(ModelGenerator).FullName;

    /// <summary>The parts of a type that its user wrote.</summary>
    internal static IEnumerable<TypeDeclarationSyntax> Of(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Where(static reference => !IsGenerated(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>();

    /// <summary>Where a user declared a symbol; <see langword="null"/> where only the generator, the compiler or another assembly did.</summary>
    internal static Location? LocationOf(ISymbol symbol) => symbol.IsImplicitlyDeclared
        ? null
        : symbol.Locations.FirstOrDefault(static location => location.SourceTree is { } tree && !IsGenerated(tree));

    private static bool IsGenerated(SyntaxTree tree)
    {
        string[] segments = tree.FilePath.Split('/', '\\');
        return segments.Length >= 3 && segments[segments.Length - 2] == GeneratorName && segments[segments.Length - 3] == AssemblyName;
    }
}
