using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.Reference;
using GhostGen.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(GhostGen.Agreement.Tests.CompiledTable.Files))]

namespace GhostGen.Agreement.Tests;

/// <summary>All models of the table, compiled together once for all tests of a process, and for the processes that it starts.</summary>
public static class CompiledTable
{
    private const string AssemblyVariable = "GHOSTGEN_COMPILED_TABLE";

    private static readonly Lazy<string> Folder = new(static () => Directory.CreateTempSubdirectory("ghostgen-agreement-").FullName);

    private static readonly Lazy<Dictionary<string, (ModelCase Case, CompiledModel Model)>> Models = new(CompileAll);

    /// <summary>The names of all models.</summary>
    public static IEnumerable<string> Names => ModelCases.All.Select(static model => model.Name);

    /// <summary>How exactly a model computes sigmoid and tanh.</summary>
    public static ActivationAccuracy Accuracy(string name) => Models.Value[name].Case.Accuracy;

    /// <summary>The numbers that a model's weights are stored as.</summary>
    public static Precision Precision(string name) => Models.Value[name].Case.Precision;

    /// <summary>Whether any layer of a model ends with a softmax.</summary>
    public static bool HasSoftmax(string name) => Manifest(name).Shape.Layers.Any(static layer => layer is DenseShape { Activation: Activation.Softmax });

    /// <summary>The weights of a model.</summary>
    public static ModelManifest Manifest(string name) => Models.Value[name].Case.Manifest;

    /// <summary>A new instance of a model.</summary>
    public static IStreamingModel Create(string name) => Models.Value[name].Model.Create();

    /// <summary>A new batch of streams of a model.</summary>
    public static IStreamingBatch CreateBatch(string name, int streams) => Models.Value[name].Model.CreateBatch(streams);

    /// <summary>The reference of a model.</summary>
    public static ReferenceModel Reference(string name) => new(Manifest(name), Accuracy(name), Precision(name));

    /// <summary>With this variable a process loads the models that this one has compiled, instead of compiling them for itself.</summary>
    internal static KeyValuePair<string, string> Variable()
    {
        _ = Models.Value;
        return new(AssemblyVariable, Folder.Value);
    }

    private static Dictionary<string, (ModelCase Case, CompiledModel Model)> CompileAll()
    {
        IEnumerable<CompiledModel> models = Environment.GetEnvironmentVariable(AssemblyVariable) is { } compiled
            ? ModelCases.Assemblies.SelectMany((cases, i) => CompiledModel.LoadAll(PathOf(compiled, i), cases.Count))
            : ModelCases.Assemblies.SelectMany(static (cases, i) => CompiledModel.CompileAll(cases, PathOf(Folder.Value, i)));
        return ModelCases.All.Zip(models).ToDictionary(static pair => pair.First.Name, static pair => (pair.First, pair.Second), StringComparer.Ordinal);
    }

    private static string PathOf(string folder, int index) => Path.Combine(folder, FormattableString.Invariant($"Table{index}.dll"));

    /// <summary>Removes the compiled models when all tests of the process have run.</summary>
    public sealed class Files : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            if (Folder.IsValueCreated)
            {
                Directory.Delete(Folder.Value, recursive: true);
            }
        }
    }
}
