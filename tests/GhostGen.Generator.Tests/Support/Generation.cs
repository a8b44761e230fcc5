using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace GhostGen.Generator.Tests.Support;

/// <summary>What the generator makes of a compilation, and what the compiler makes of that.</summary>
internal sealed class Generation
{
    private byte[]? image;

    private Generation(GeneratorDriver driver, Compilation compilation)
    {
        Driver = driver;
        Compilation = compilation;
        Result = Assert.Single(driver.GetRunResult().Results);
    }

    /// <summary>The driver after its run.</summary>
    internal GeneratorDriver Driver { get; }

    /// <summary>The user's sources and the generated ones.</summary>
    internal Compilation Compilation { get; }

    /// <summary>What the generator did.</summary>
    internal GeneratorRunResult Result { get; }

    /// <summary>The generated texts by the names of their files.</summary>
    internal SortedDictionary<string, string> Texts => new(
        Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>A driver that has not run yet.</summary>
    internal static GeneratorDriver CreateDriver(IEnumerable<AdditionalText> files, CSharpParseOptions parseOptions, AnalyzerConfigOptionsProvider? options = null) =>
        CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()],
            files,
            parseOptions,
            options ?? MemoryOptions.Empty,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator over sources as strict as a compiler can be with them.</summary>
    internal static Generation Of(string source, params AdditionalText[] files) => Of(Compilations.Strict(source), files);

    /// <inheritdoc cref="Of(string, AdditionalText[])"/>
    internal static Generation Of(CSharpCompilation compilation, params AdditionalText[] files)
    {
        var parseOptions = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        GeneratorDriver driver = CreateDriver(files, parseOptions).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return new(driver, output);
    }

    /// <summary>Asserts that the generator did not fail and that the compiler, compiling all of it and its documentation, has not even a warning.</summary>
    internal Generation AssertClean()
    {
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compilation.Emit(assembly, xmlDocumentationStream: documentation);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        image = assembly.ToArray();
        return this;
    }

    /// <summary>Loads the program that was found clean, in a context of its own.</summary>
    internal System.Reflection.Assembly Load() =>
        new AssemblyLoadContext("generated").LoadFromStream(new MemoryStream(image ?? throw new InvalidOperationException("Nothing has been compiled yet.")));
}
