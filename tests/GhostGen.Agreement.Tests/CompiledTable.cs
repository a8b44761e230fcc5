using GhostGen.Manifests;
using GhostGen.Reference;
using GhostGen.TestSupport;

namespace GhostGen.Agreement.Tests;

/// <summary>All models of the table, compiled together once for all tests of a process, and for the processes that it starts.</summary>
public static class CompiledTable
{
    private const string AssemblyVariable = "GHOSTGEN_COMPILED_TABLE";

    private static readonly Lazy<Dictionary<string, (ModelCase Case, CompiledModel Model)>> Models = new(CompileAll);

    /// <summary>The names of all models.</summary>
    public static IEnumerable<string> Names => ModelCases.All.Select(static model => model.Name);

    /// <summary>How exactly a model computes sigmoid and tanh.</summary>
    public static ActivationAccuracy Accuracy(string name) => Models.Value[name].Case.Accuracy;

    /// <summary>The numbers that a model's weights are stored as.</summary>
    public static Precision Precision(string name) => Models.Value[name].Case.Precision;

    /// <summary>The weights of a model.</summary>
    public static ModelManifest Manifest(string name) => Models.Value[name].Case.Manifest;

    /// <summary>A new instance of a model.</summary>
    public static IStreamingModel Create(string name) => Models.Value[name].Model.Create();

    /// <summary>A new batch of streams of a model.</summary>
    public static IStreamingBatch CreateBatch(string name, int streams) => Models.Value[name].Model.CreateBatch(streams);

    /// <summary>The reference of a model.</summary>
    public static ReferenceModel Reference(string name) => new(Manifest(name), Accuracy(name), Precision(name));

    /// <summary>Compiles the models into files that processes with the returned variable load instead of compiling for themselves.</summary>
    internal static KeyValuePair<string, string> Keep(string assemblyPath)
    {
        for (int i = 0; i < ModelCases.Assemblies.Count; i++)
        {
            CompiledModel.CompileAll(ModelCases.Assemblies[i], PathOf(assemblyPath, i));
        }

        return new(AssemblyVariable, assemblyPath);
    }

    private static Dictionary<string, (ModelCase Case, CompiledModel Model)> CompileAll()
    {
        IEnumerable<CompiledModel> models = Environment.GetEnvironmentVariable(AssemblyVariable) is { } path
            ? ModelCases.Assemblies.SelectMany((cases, i) => CompiledModel.LoadAll(PathOf(path, i), cases.Count))
            : ModelCases.Assemblies.SelectMany(CompiledModel.CompileAll);
        return ModelCases.All.Zip(models).ToDictionary(static pair => pair.First.Name, static pair => (pair.First, pair.Second), StringComparer.Ordinal);
    }

    private static string PathOf(string assemblyPath, int index) => FormattableString.Invariant($"{assemblyPath}.{index}");
}
