using System.Runtime.CompilerServices;
using GhostGen.Golden.Tests.Running;
using GhostGen.Manifests;

namespace GhostGen.Golden.Tests.PyTorch;

/// <summary>A model that python/make_vectors.py exported, and what PyTorch computes with it.</summary>
/// <param name="Name">The name of its files.</param>
internal sealed record PyTorchCase(string Name)
{
    private const string ModelEnding = ".ghost.json";

    private static readonly string Folder = FolderBeside();

    /// <summary>All committed cases, in the order of their names.</summary>
    public static IReadOnlyList<PyTorchCase> All { get; } =
        [.. Directory.GetFiles(Folder, "*" + ModelEnding).Select(static path => new PyTorchCase(Path.GetFileName(path)[..^ModelEnding.Length])).OrderBy(static item => item.Name, StringComparer.Ordinal)];

    /// <summary>The model file.</summary>
    public string ModelPath => Path.Combine(Folder, Name + ModelEnding);

    /// <summary>The model as a state dictionary with a description of its layers.</summary>
    public string SafetensorsPath => Path.Combine(Folder, Name + ".safetensors");

    /// <summary>Runs all sequences and compares every step's output.</summary>
    /// <returns>The largest distance.</returns>
    public double Check(Func<IRunner> create, RunningForm form)
    {
        Dictionary<string, (int[] Sizes, float[] Values)> arrays = TensorFile.Read(Path.Combine(Folder, Name + ".vectors.safetensors"));
        (int[] sizes, float[] inputs) = arrays["input"];
        float[] expected = arrays["output"].Values;
        int sequences = sizes.Length == 3 ? sizes[0] : 1;
        int steps = sizes[^2];
        var outputs = new List<double>(expected.Length);
        for (int sequence = 0; sequence < sequences; sequence++)
        {
            IRunner model = create();
            if (arrays.TryGetValue("initial_state", out (int[] Sizes, float[] Values) states))
            {
                model.SetState(states.Values.AsSpan(sequence * states.Sizes[^1], states.Sizes[^1]));
            }

            for (int step = 0; step < steps; step++)
            {
                outputs.AddRange(model.Step(inputs.AsSpan(((sequence * steps) + step) * sizes[^1], sizes[^1])));
            }
        }

        return Tolerance.Check(outputs, expected, Tolerance.OutsideVectors, $"{Name}, {form}");
    }

    /// <summary>The model.</summary>
    public ModelManifest Load() => ModelFile.Load(ModelPath);

    private static string FolderBeside([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Vectors");
}
