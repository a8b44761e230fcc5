using System.Reflection;
using System.Runtime.Loader;

namespace GhostGen.Compiling;

/// <summary>Does what a build with the package does: model files in, an assembly out.</summary>
internal static class ModelCompiler
{
    private const string Namespace = "Compiled";

    private static int compilations;

    internal static IReadOnlyList<CompiledModel> Compile(IReadOnlyList<ModelCase> models, string? assemblyPath = null, CancellationToken cancellation = default)
    {
        ModelClass[] classes = [.. models.Select(static (model, i) => new ModelClass(Namespace, TypeName(i), FormattableString.Invariant($"model{i}.ghost.json"), model))];
        GeneratorRun run = GeneratorRun.Of(FormattableString.Invariant($"Compiled{Interlocked.Increment(ref compilations)}"), classes, cancellation);
        run.RequireNoDiagnostics(cancellation);
        byte[] image = run.Emit(cancellation);
        if (assemblyPath is not null)
        {
            File.WriteAllBytes(assemblyPath, image);
        }

        return Models(image, models.Count, i => run.SourcesOf(classes[i]));
    }

    internal static IReadOnlyList<CompiledModel> Load(string assemblyPath, int count) => Models(File.ReadAllBytes(assemblyPath), count, static _ => []);

    private static IReadOnlyList<CompiledModel> Models(byte[] image, int count, Func<int, IReadOnlyList<(string HintName, string Text)>> sources)
    {
        // Not collectible: code in collectible contexts reaches static fields in another way than a user's program does.
        Assembly assembly = new AssemblyLoadContext(null).LoadFromStream(new MemoryStream(image));
        return
        [
            .. Enumerable.Range(0, count)
                .Select(i => new CompiledModel(assembly.GetType($"{Namespace}.{TypeName(i)}", throwOnError: true)!, sources(i))),
        ];
    }

    private static string TypeName(int index) => FormattableString.Invariant($"Model{index}");
}
