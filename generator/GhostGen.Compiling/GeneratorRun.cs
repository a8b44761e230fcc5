extern alias generator;

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelAnalyzer = generator::GhostGen.Generator.Diagnostics.ModelAnalyzer;
using ModelGenerator = generator::GhostGen.Generator.ModelGenerator;

namespace GhostGen.Compiling;

/// <summary>The generator, run over classes as a build with the package runs it.</summary>
internal sealed class GeneratorRun
{
    // Every warning there is, documentation comments included: what is generated has to compile cleanly in the strictest project.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    private readonly ImmutableArray<AdditionalText> files;
    private readonly Compilation complete;
    private readonly GeneratorRunResult result;

    private GeneratorRun(ImmutableArray<AdditionalText> files, Compilation complete, GeneratorRunResult result)
    {
        this.files = files;
        this.complete = complete;
        this.result = result;
    }

    /// <summary>Generates all classes.</summary>
    /// <param name="assembly">The name of the assembly that they would stand in.</param>
    /// <param name="classes">The classes, all of one namespace.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ModelCompilationException">The generator has failed.</exception>
    internal static GeneratorRun Of(string assembly, IReadOnlyList<ModelClass> classes, CancellationToken cancellation)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(Source(classes), ParseOptions, "Models.cs", Encoding.UTF8, cancellation)],
            CompilerReferences.Value,
            Options);
        ImmutableArray<AdditionalText> files = [.. classes.Select(static model => new ModelFileText(model.File, model.Model.Manifest))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()],
            files,
            ParseOptions,
            ModelFileOptions.Instance);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out _, cancellation);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is { } exception
            ? throw new ModelCompilationException($"The generator has failed: {exception}", $"the generator has failed: {exception.Message}")
            : new(files, complete, result);
    }

    /// <summary>Returns if neither the generator, nor its analyzer, nor the compiler has anything to say.</summary>
    /// <exception cref="ModelCompilationException">One of them has.</exception>
    internal void RequireNoDiagnostics(CancellationToken cancellation)
    {
        // The generator leaves out what is wrong; the analyzer says why.
        CompilationWithAnalyzers analyzed = complete.WithAnalyzers([new ModelAnalyzer()], new AnalyzerOptions(files, ModelFileOptions.Instance));
        Require([.. result.Diagnostics, .. analyzed.GetAllDiagnosticsAsync(cancellation).GetAwaiter().GetResult()]);
    }

    /// <summary>Returns if the analyzer has nothing to say of the classes: what the compiler would say of the generated text is not looked at.</summary>
    /// <exception cref="ModelCompilationException">It has.</exception>
    internal void RequireNoFindings(CancellationToken cancellation)
    {
        CompilationWithAnalyzers analyzed = complete.WithAnalyzers([new ModelAnalyzer()], new AnalyzerOptions(files, ModelFileOptions.Instance));
        Require([.. result.Diagnostics, .. analyzed.GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult()]);
    }

    /// <summary>The assembly.</summary>
    /// <exception cref="ModelCompilationException">It cannot be written.</exception>
    internal byte[] Emit(CancellationToken cancellation)
    {
        using var image = new MemoryStream();
        Require(complete.Emit(image, cancellationToken: cancellation).Diagnostics);
        return image.ToArray();
    }

    /// <summary>The files that were generated for a class.</summary>
    internal IReadOnlyList<(string HintName, string Text)> SourcesOf(ModelClass model) =>
    [
        .. result.GeneratedSources
            .Where(source => source.HintName.StartsWith(model.HintPrefix, StringComparison.Ordinal))
            .Select(static source => (source.HintName, source.SourceText.ToString())),
    ];

    private static string Source(IReadOnlyList<ModelClass> classes)
    {
        var source = new StringBuilder("using GhostGen;\n\n");
        if (classes[0].Namespace is { Length: > 0 } name)
        {
            source.Append("namespace ").Append(name).Append(";\n");
        }

        foreach (ModelClass model in classes)
        {
            source.Append("\n/// <summary>A model that is compiled in memory.</summary>\n").Append(model.Declaration);
        }

        return source.ToString();
    }

    private void Require(IEnumerable<Diagnostic> diagnostics)
    {
        List<Diagnostic> bad = [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        if (bad.Count == 0)
        {
            return;
        }

        var message = new StringBuilder("The model does not compile cleanly:\n");
        foreach (Diagnostic diagnostic in bad.Take(20))
        {
            message.Append(diagnostic).Append('\n');
        }

        message.Append("Generated files: ").AppendJoin(", ", result.GeneratedSources.Select(static source => source.HintName));
        throw new ModelCompilationException(message.ToString(), $"{bad[0].Id}: {bad[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }
}
