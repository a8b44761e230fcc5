extern alias runtime;

using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GhostGen.Generator.Tests.Support;

/// <summary>Compilations of a user's sources, with the runtime referenced.</summary>
internal static class Compilations
{
    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(typeof(runtime::GhostGen.GhostModelAttribute).Assembly.Location);

    /// <summary>A library of the given sources, which are called <c>/app/Source0.cs</c> and so on.</summary>
    internal static CSharpCompilation Create(params string[] sources) => CSharpCompilation.Create(
        "App",
        sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"/app/Source{i}.cs")),
        [.. Net100.References.All, Runtime],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>
    /// A library whose compiler warns of everything it knows: all warning levels, nullable references, missing and malformed
    /// documentation. It allows no unsafe code.
    /// </summary>
    internal static CSharpCompilation Strict(string source, LanguageVersion version = LanguageVersion.Preview, bool checkOverflow = false)
    {
        CSharpParseOptions parseOptions = ParseOptions.WithLanguageVersion(version).WithDocumentationMode(DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(source, parseOptions, "/app/Source0.cs")],
            [.. Net100.References.All, Runtime],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                checkOverflow: checkOverflow,
                allowUnsafe: false,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The type that C# metadata calls <paramref name="metadataName"/>.</summary>
    internal static INamedTypeSymbol Type(this Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) ?? throw new ArgumentException($"There is no type '{metadataName}' in the compilation.", nameof(metadataName));
}
