using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;

namespace GhostGen.Agreement.Tests;

/// <summary>All models of the table, compiled together once for all tests of a process, and for the processes that it starts.</summary>
public static class CompiledTable
{
    private const string AssemblyVariable = "GHOSTGEN_COMPILED_TABLE";

    private static readonly Lazy<Dictionary<string, (ModelManifest Manifest, CompiledModel Model)>> Models = new(CompileAll);

    /// <summary>The names of all models.</summary>
    public static IEnumerable<string> Names => ModelTable.Shapes.Select(static shape => shape.Name);

    /// <summary>The weights of a model.</summary>
    public static ModelManifest Manifest(string name) => Models.Value[name].Manifest;

    /// <summary>A new instance of a model.</summary>
    public static IStreamingModel Create(string name) => Models.Value[name].Model.Create();

    /// <summary>Compiles the models into a file that processes with the returned variable load instead of compiling for themselves.</summary>
    internal static KeyValuePair<string, string> Keep(string assemblyPath)
    {
        CompiledModel.CompileAll(Manifests(), assemblyPath);
        return new(AssemblyVariable, assemblyPath);
    }

    private static Dictionary<string, (ModelManifest Manifest, CompiledModel Model)> CompileAll()
    {
        ModelManifest[] manifests = Manifests();
        IReadOnlyList<CompiledModel> models = Environment.GetEnvironmentVariable(AssemblyVariable) is { } path
            ? CompiledModel.LoadAll(path, manifests.Length)
            : CompiledModel.CompileAll(manifests);
        return manifests.Zip(models).ToDictionary(static pair => pair.First.Shape.Name, static pair => (pair.First, pair.Second), StringComparer.Ordinal);
    }

    private static ModelManifest[] Manifests() => [.. ModelTable.Shapes.Select(static shape => RandomModels.Manifest(shape))];
}
