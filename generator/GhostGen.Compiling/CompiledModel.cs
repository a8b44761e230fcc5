using System.Reflection;
using GhostGen.Manifests;

namespace GhostGen.Compiling;

/// <summary>A model that the generator has compiled in memory: what a user's project would hold after a build.</summary>
public sealed class CompiledModel
{
    private readonly Type type;

    internal CompiledModel(Type type, IReadOnlyList<(string HintName, string Text)> generatedSources)
    {
        this.type = type;
        GeneratedSources = generatedSources;
    }

    /// <summary>The files that the generator wrote for this model.</summary>
    public IReadOnlyList<(string HintName, string Text)> GeneratedSources { get; }

    /// <summary>The assembly that the model stands in; models compiled together share it.</summary>
    public Assembly Assembly => type.Assembly;

    /// <summary>Compiles one model.</summary>
    /// <exception cref="ModelCompilationException">The generator or the compiler has reported an error or a warning; the message lists them all.</exception>
    public static CompiledModel Compile(ModelManifest manifest) => CompileAll([ModelCase.Of(manifest)])[0];

    /// <summary>Compiles many models at once, since starting the compiler costs more than a small model does.</summary>
    /// <param name="models">The models.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The models, in the order of <paramref name="models"/>.</returns>
    /// <exception cref="ModelCompilationException">The generator or the compiler has reported an error or a warning; the message lists them all.</exception>
    public static IReadOnlyList<CompiledModel> CompileAll(IEnumerable<ModelCase> models, CancellationToken cancellation = default) =>
        ModelCompiler.Compile([.. models], cancellation: cancellation);

    /// <summary>Compiles many models at once and keeps the assembly in a file, for <see cref="LoadAll"/> in another process.</summary>
    /// <inheritdoc cref="CompileAll(IEnumerable{ModelCase}, CancellationToken)"/>
    public static IReadOnlyList<CompiledModel> CompileAll(IEnumerable<ModelCase> models, string assemblyPath) =>
        ModelCompiler.Compile([.. models], assemblyPath);

    /// <summary>Loads models that <see cref="CompileAll(IEnumerable{ModelCase}, string)"/> compiled; their sources are not kept.</summary>
    /// <param name="assemblyPath">The file.</param>
    /// <param name="count">How many models were compiled.</param>
    public static IReadOnlyList<CompiledModel> LoadAll(string assemblyPath, int count) => ModelCompiler.Load(assemblyPath, count);

    /// <summary>The files that the generator would write for a class; nothing is compiled.</summary>
    /// <param name="model">The class.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ModelCompilationException">The generator or its analyzer has reported an error or a warning.</exception>
    public static IReadOnlyList<(string HintName, string Text)> Sources(ModelClass model, CancellationToken cancellation = default)
    {
        GeneratorRun run = GeneratorRun.Of("Emitted", [model], cancellation);
        run.RequireNoFindings(cancellation);
        return run.SourcesOf(model);
    }

    /// <summary>A new instance, with all states zero.</summary>
    public IStreamingModel Create() => (IStreamingModel)Activator.CreateInstance(type)!;

    /// <summary>A new batch of streams, with all states zero.</summary>
    public IStreamingBatch CreateBatch(int streams) => (IStreamingBatch)Activator.CreateInstance(type.GetNestedType("Batch")!, streams)!;
}
