extern alias generator;

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelAnalyzer = generator::GhostGen.Generator.Diagnostics.ModelAnalyzer;
using ModelGenerator = generator::GhostGen.Generator.ModelGenerator;

namespace GhostGen.TestSupport;

/// <summary>Does what a build with the package does: model files in, an assembly out.</summary>
internal static class ModelCompiler
{
    private const string Namespace = "Compiled";

    // Every warning there is, documentation comments included: what is generated has to compile cleanly in the strictest project.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    private static int compilations;

    internal static IReadOnlyList<CompiledModel> Compile(IReadOnlyList<ModelCase> models, string? assemblyPath = null)
    {
        string name = FormattableString.Invariant($"Compiled{Interlocked.Increment(ref compilations)}");
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Source(models), ParseOptions, "Models.cs", Encoding.UTF8)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(IStreamingModel).Assembly.Location)],
            Options);
        ImmutableArray<AdditionalText> files = [.. models.Select(static (model, i) => new ModelFileText(FileName(i), model.Manifest))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()],
            files,
            ParseOptions,
            ModelFileOptions.Instance);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null)
        {
            throw new InvalidOperationException($"The generator has failed: {result.Exception}");
        }

        // The generator leaves out what is wrong; the analyzer says why.
        CompilationWithAnalyzers analyzed = complete.WithAnalyzers([new ModelAnalyzer()], new AnalyzerOptions(files, ModelFileOptions.Instance));
        Require([.. result.Diagnostics, .. analyzed.GetAllDiagnosticsAsync().GetAwaiter().GetResult()], result);
        byte[] image = Emit(complete, result);
        if (assemblyPath is not null)
        {
            File.WriteAllBytes(assemblyPath, image);
        }

        return Models(image, models.Count, type =>
        [
            .. result.GeneratedSources
                .Where(source => source.HintName.StartsWith($"{Namespace}.{type}.", StringComparison.Ordinal))
                .Select(static source => (source.HintName, source.SourceText.ToString())),
        ]);
    }

    internal static IReadOnlyList<CompiledModel> Load(string assemblyPath, int count) => Models(File.ReadAllBytes(assemblyPath), count, static _ => []);

    private static IReadOnlyList<CompiledModel> Models(byte[] image, int count, Func<string, IReadOnlyList<(string HintName, string Text)>> sources)
    {
        // Not collectible: code in collectible contexts reaches static fields in another way than a user's program does.
        Assembly assembly = new AssemblyLoadContext(null).LoadFromStream(new MemoryStream(image));
        return
        [
            .. Enumerable.Range(0, count).Select(TypeName)
                .Select(type => new CompiledModel(assembly.GetType($"{Namespace}.{type}", throwOnError: true)!, sources(type))),
        ];
    }

    private static string TypeName(int index) => FormattableString.Invariant($"Model{index}");

    private static string FileName(int index) => FormattableString.Invariant($"model{index}.ghost.json");

    private static string Source(IReadOnlyList<ModelCase> models)
    {
        var source = new StringBuilder("using GhostGen;\n\nnamespace " + Namespace + ";\n");
        for (int i = 0; i < models.Count; i++)
        {
            source.Append("\n/// <summary>A model of a test.</summary>\n[GhostModel(\"").Append(FileName(i)).Append("\", Accuracy = ActivationAccuracy.").Append(models[i].Accuracy)
                .Append(", Precision = Precision.").Append(models[i].Precision).Append(")]\n")
                .Append("public sealed partial class ").Append(TypeName(i)).Append(";\n");
        }

        return source.ToString();
    }

    private static byte[] Emit(Compilation compilation, GeneratorRunResult result)
    {
        using var image = new MemoryStream();
        Require(compilation.Emit(image).Diagnostics, result);
        return image.ToArray();
    }

    private static void Require(IEnumerable<Diagnostic> diagnostics, GeneratorRunResult result)
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
        throw new InvalidOperationException(message.ToString());
    }
}
