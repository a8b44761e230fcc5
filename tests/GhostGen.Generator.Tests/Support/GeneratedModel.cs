extern alias runtime;

using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace GhostGen.Generator.Tests.Support;

/// <summary>Generated classes at run time.</summary>
internal static class GeneratedModel
{
    /// <summary>An instance of a class whose weights are compiled in.</summary>
    internal static runtime::GhostGen.IStreamingModel Create(Assembly assembly, string name) =>
        (runtime::GhostGen.IStreamingModel)Activator.CreateInstance(assembly.GetType(name, throwOnError: true)!)!;

    /// <summary>The weights that are compiled into a class.</summary>
    internal static ReadOnlySpan<float> Weights(Assembly assembly, string name)
    {
        Type holder = assembly.GetType(name + "+CompiledWeights", throwOnError: true)!;
        var shared = (runtime::GhostGen.Kernels.PackedWeights)holder.GetField("Shared", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return Values(shared);
    }

    /// <summary>The weights of a model file as a program loads them.</summary>
    internal static ReadOnlySpan<float> LoadedWeights(string file) => Values(runtime::GhostGen.Kernels.PackedWeights.Pack(Manifest(file)));

    /// <summary>The weights of a model file as a program loads them for a class, in its precision.</summary>
    internal static ReadOnlySpan<float> LoadedWeights(Assembly assembly, string name, string file) =>
        Values(runtime::GhostGen.Kernels.PackedWeights.Pack(Manifest(file), Create(assembly, name).Info.Shape));

    /// <summary>The text that a class keeps the weights of a layer as.</summary>
    internal static string Text(Assembly assembly, string name, string layer) =>
        (string)assembly.GetType(name + "+CompiledWeights", throwOnError: true)!.GetField(layer + "Weights", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    private static runtime::GhostGen.Manifests.ModelManifest Manifest(string file) => runtime::GhostGen.ModelFile.Load(Encoding.UTF8.GetBytes(file), "a.ghost.json");

    private static ReadOnlySpan<float> Values(runtime::GhostGen.Kernels.PackedWeights weights) =>
        MemoryMarshal.CreateReadOnlySpan(ref weights.Start, weights.Count);

    /// <summary>The bits of what a model answers to a fixed sequence.</summary>
    internal static int[] Bits(runtime::GhostGen.IStreamingModel model, int steps = 100)
    {
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, steps * model.Info.InputSize).Select(_ => (4 * random.NextSingle()) - 2)];
        float[] outputs = new float[steps * model.Info.OutputSize];
        model.Run(inputs, outputs);
        return [.. outputs.Select(BitConverter.SingleToInt32Bits)];
    }
}
