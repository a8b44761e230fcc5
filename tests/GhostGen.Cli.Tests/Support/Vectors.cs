using GhostGen.Importing.Arrays;
using GhostGen.Importing.Safetensors;
using GhostGen.Manifests;
using GhostGen.Reference;
using GhostGen.TestSupport;

namespace GhostGen.Cli.Tests;

/// <summary>Files of inputs and outputs.</summary>
internal static class Vectors
{
    /// <summary>What the reference writes for random input, in some sequences that start from a state of their own.</summary>
    public static IReadOnlyList<NamedArray> Of(ModelManifest manifest, int sequences, int steps, bool withState = false)
    {
        var model = new ReferenceModel(manifest);
        ModelInfo info = model.Info;
        float[] inputs = RandomModels.Inputs(sequences * steps * info.InputSize);
        float[] states = RandomModels.Inputs(sequences * info.StateSize, seed: 7, bound: withState ? 1 : 0);
        var outputs = new float[sequences * steps * info.OutputSize];
        for (int i = 0; i < sequences; i++)
        {
            states.AsSpan(i * info.StateSize, info.StateSize).CopyTo(model.State);
            model.Run(inputs.AsSpan(i * steps * info.InputSize, steps * info.InputSize), outputs.AsSpan(i * steps * info.OutputSize, steps * info.OutputSize));
        }

        NamedArray[] arrays = [new("input", [sequences, steps, info.InputSize], inputs), new("output", [sequences, steps, info.OutputSize], outputs)];
        return withState ? [.. arrays, new("initial_state", [sequences, info.StateSize], states)] : arrays;
    }

    /// <summary>Writes arrays as safetensors and returns the path.</summary>
    public static string Save(ModelFolder folder, IReadOnlyList<NamedArray> arrays, string name = "small.vectors.safetensors")
    {
        using FileStream stream = File.Create(folder.PathOf(name));
        SafetensorsWriter.Write(new(name, arrays, KeepsOrder: false), stream);
        return folder.PathOf(name);
    }
}
