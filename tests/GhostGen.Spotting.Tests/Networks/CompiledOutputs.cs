using System.Collections.Concurrent;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>What compiled networks say of the clips of the test set, step by step as an application runs them; computed once for each network.</summary>
internal static class CompiledOutputs
{
    private static readonly ConcurrentDictionary<string, Lazy<float[][]>> Computed = new();

    /// <summary>The outputs behind the last frame of each clip.</summary>
    public static float[][] Of(SpottingNetwork network) => Computed.GetOrAdd(network.Name, _ => new(() => Compute(network))).Value;

    /// <summary>The label of the largest output for each clip.</summary>
    public static string[] Decisions(SpottingNetwork network)
    {
        var labels = network.Manifest.Labels;
        return Array.ConvertAll(Of(network), outputs => labels[LargestOf(outputs)]);
    }

    /// <summary>Where the largest of some outputs is.</summary>
    public static int LargestOf<T>(T[] outputs) => Array.IndexOf(outputs, outputs.Max());

    private static float[][] Compute(SpottingNetwork network)
    {
        float[][] clips = network.FrontEnd.Features;
        var outputs = new float[clips.Length][];
        Parallel.For(0, clips.Length, network.Compiled.Create, (i, _, model) =>
        {
            outputs[i] = new float[model.Info.OutputSize];
            model.Reset();
            foreach (float[] frame in clips[i].Chunk(model.Info.InputSize))
            {
                model.Step(frame, outputs[i]);
            }

            return model;
        }, static _ => { });
        return outputs;
    }
}
