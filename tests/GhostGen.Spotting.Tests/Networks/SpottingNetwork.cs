using GhostGen.Compiling;
using GhostGen.Importing;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Numpy;
using GhostGen.Manifests;
using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>A keyword spotter that others have trained.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Source">The repository that it comes from.</param>
/// <param name="Path">Where it lies among the shared data's models.</param>
/// <param name="FrontEnd">What it hears.</param>
/// <param name="Measured">What an implementation that shares nothing with this one measured on all of the official test set, where it did, in percent.</param>
internal sealed record SpottingNetwork(string Name, string Source, string Path, FrontEnd FrontEnd, (double? All, double? WithoutSilence) Measured)
{
    private const string HelloEdgeFolder = "hello_edge_gru";

    private static readonly string[] PyTorchLabels = ["yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go", "_unknown_", "_silence_"];

    /// <summary>The networks.</summary>
    public static IReadOnlyList<SpottingNetwork> All { get; } =
    [
        HelloEdge("GRU_S", "Hello Edge GRU, S", FrontEnd.HelloEdge40, 87.3, 91.0),
        HelloEdge("GRU_M", "Hello Edge GRU, M", FrontEnd.HelloEdge20, 87.8, 91.7),
        HelloEdge("GRU_L", "Hello Edge GRU, L", FrontEnd.HelloEdge20, 88.6, 92.3),
        PyTorch("layers1_hidden64", "PyTorch GRU, 1 x 64", 74.4),
        PyTorch("layers1_hidden256", "PyTorch GRU, 1 x 256", 82.5),
        PyTorch("layers2_hidden64", "PyTorch GRU, 2 x 64", null),
    ];

    // At once: starting the compiler costs more than compiling one of them.
    private static readonly Lazy<IReadOnlyList<CompiledModel>> AllCompiled = new(static () => CompiledModel.CompileAll(All.Select(static network => ModelCase.Of(network.Manifest))));

    /// <summary>The model as GhostGen imports it. Skips the calling test where it is absent.</summary>
    public ModelManifest Manifest => field ??= ModelImport.Load(File, new()
    {
        Labels = IsHelloEdge ? System.IO.File.ReadAllLines(System.IO.Path.Combine(File, "..", "labels.txt")) : PyTorchLabels,
        Activations = IsHelloEdge ? new Dictionary<string, Activation>() : new() { ["fc"] = Activation.Relu },
    });

    /// <summary>The model as GhostGen compiles it.</summary>
    public CompiledModel Compiled => AllCompiled.Value[All.ToList().IndexOf(this)];

    /// <summary>The network written out in the equations of the framework that trained it, on that framework's arrays.</summary>
    public IFrameworkEquations Equations
    {
        get
        {
            ArrayFile file = IsHelloEdge ? NumpyFolder.Read(File) : NumpyArchive.Read(File);
            return IsHelloEdge ? new TensorFlowEquations(file.Arrays) : new PyTorchEquations(file.Arrays);
        }
    }

    private bool IsHelloEdge => Path.StartsWith(HelloEdgeFolder, StringComparison.Ordinal);

    private string File
    {
        get
        {
            string? path = SharedData.Path("models", Path);
            Assert.SkipWhen(path is null, $"There is no models/{Path} in a folder shared/data beside the checkout (and GHOSTGEN_DATA does not name one); other people's networks are never part of the repository.");
            return path;
        }
    }

    /// <summary>The network of a name.</summary>
    public static SpottingNetwork Of(string name) => All.Single(network => network.Name == name);

    private static SpottingNetwork HelloEdge(string folder, string name, FrontEnd frontEnd, double all, double withoutSilence) =>
        new(name, "ARM-software/ML-KWS-for-MCU", $"{HelloEdgeFolder}/{folder}", frontEnd, (all, withoutSilence));

    private static SpottingNetwork PyTorch(string file, string name, double? all) =>
        new(name, "hbujakow/RNN_SpeechCommands", $"pytorch_kws_gru/{file}.npz", FrontEnd.Librosa, (all, null));
}
