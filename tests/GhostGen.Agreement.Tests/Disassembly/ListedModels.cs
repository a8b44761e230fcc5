using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Modeling;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Agreement.Tests.Disassembly;

/// <summary>
/// The models whose machine code is looked at: with panels of all sizes that a large layer has at any vector width, with and without
/// ghosts, a pruned one, and one of each precision whose weights are bytes. Compiled once; processes that list their code load the same file.
/// </summary>
public sealed class ListedModels : IDisposable
{
    private const string AssemblyVariable = "GHOSTGEN_LISTED_MODELS";

    private static readonly LayerShape[] Layers = [new GruShape("gru", 128, 128), new GhostGruShape("ghost", 128, 128), new GruShape("gru", 64, 64)];

    private static readonly Precision[] Bytes = [Precision.Int8, Precision.Int8Wide, Precision.Integer];

    private readonly string? folder;
    private readonly string assembly;

    /// <summary>Compiles the models, unless this is a process that is looked at.</summary>
    public ListedModels()
    {
        if (Environment.GetEnvironmentVariable(AssemblyVariable) is { } path)
        {
            assembly = path;
            return;
        }

        folder = Directory.CreateTempSubdirectory("ghostgen-listing-").FullName;
        assembly = Path.Combine(folder, "Listed.dll");
        ModelManifest[] manifests = [.. Layers.Select(static layer => RandomModels.Manifest(new(layer.Kind, new([layer]))))];
        ModelCase pruned = ModelCase.Of(PrunedModels.Blocks(manifests[0], 16, 16, 0.7));
        ModelCase[] bytes = Array.ConvertAll(Bytes, precision => new ModelCase(precision.ToString(), manifests[0], Precision: precision));
        CompiledModel.CompileAll([.. manifests.Select(ModelCase.Of), pruned, .. bytes], assembly);
    }

    /// <summary>How many there are that store all their weights as singles. The class of each has its number in its name, from 0 on; one that is pruned follows.</summary>
    internal static int Count => Layers.Length;

    /// <summary>The number of the first one whose weights are bytes, and how many there are.</summary>
    internal static (int First, int Count) OfBytes => (Layers.Length + 1, Bytes.Length);

    /// <summary>The models.</summary>
    internal IReadOnlyList<CompiledModel> Load() => CompiledModel.LoadAll(assembly, Count + 1 + Bytes.Length);

    /// <summary>The machine code of all their kernels, and of what those call, under a setting.</summary>
    /// <param name="setting">What the just-in-time compiler is told, without the prefix of its variables.</param>
    /// <param name="machine">The machine that this leaves, as <see cref="Machine.Description"/> says it.</param>
    internal IReadOnlyList<ListedMethod> List(string setting, string machine)
    {
        string[] nameAndValue = setting.Split('=');
        string log = Path.Combine(folder ?? throw new InvalidOperationException("A process that is looked at does not look at others."), $"{setting}.txt");
        TestProcess.Run(typeof(ListedProcessTests), new Dictionary<string, string>
        {
            [AssemblyVariable] = assembly,
            [ProcessTests.ExpectedVariable] = machine,
            ["DOTNET_" + nameAndValue[0]] = nameAndValue[1],
            ["DOTNET_JitDisasm"] = "*Kernels:* *Columns:* *TileProduct:* *SparseProduct:*",
            ["DOTNET_JitStdOutFile"] = log,
        });
        return [.. ListedMethod.Read(log)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>The tests that share the models.</summary>
[CollectionDefinition]
public sealed class ListedModelsGroup : ICollectionFixture<ListedModels>;
