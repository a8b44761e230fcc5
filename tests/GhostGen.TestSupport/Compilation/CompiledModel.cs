using System.Reflection;
using GhostGen.Manifests;

namespace GhostGen.TestSupport;

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
    /// <exception cref="InvalidOperationException">The generator or the compiler has reported an error or a warning; the message lists them all.</exception>
    public static CompiledModel Compile(ModelManifest manifest) => CompileAll([ModelCase.Of(manifest)])[0];

    /// <summary>Compiles many models at once, since starting the compiler costs more than a small model does.</summary>
    /// <returns>The models, in the order of <paramref name="models"/>.</returns>
    /// <exception cref="InvalidOperationException">The generator or the compiler has reported an error or a warning; the message lists them all.</exception>
    public static IReadOnlyList<CompiledModel> CompileAll(IEnumerable<ModelCase> models) => ModelCompiler.Compile([.. models]);

    /// <summary>Compiles many models at once and keeps the assembly in a file, for <see cref="LoadAll"/> in another process.</summary>
    /// <inheritdoc cref="CompileAll(IEnumerable{ModelCase})"/>
    public static IReadOnlyList<CompiledModel> CompileAll(IEnumerable<ModelCase> models, string assemblyPath) =>
        ModelCompiler.Compile([.. models], assemblyPath);

    /// <summary>Loads models that <see cref="CompileAll(IEnumerable{ModelCase}, string)"/> compiled; their sources are not kept.</summary>
    /// <param name="assemblyPath">The file.</param>
    /// <param name="count">How many models were compiled.</param>
    public static IReadOnlyList<CompiledModel> LoadAll(string assemblyPath, int count) => ModelCompiler.Load(assemblyPath, count);

    /// <summary>A new instance, with all states zero.</summary>
    public IStreamingModel Create() => (IStreamingModel)Activator.CreateInstance(type)!;

    /// <summary>A new batch of streams, with all states zero.</summary>
    public IStreamingBatch CreateBatch(int streams) => (IStreamingBatch)Activator.CreateInstance(type.GetNestedType("Batch")!, streams)!;
}
