using System.Runtime.InteropServices;
using GhostGen.TestSupport;

namespace GhostGen.Bench.Steps;

/// <summary>Turns what a model makes of a fixed sequence into a number: builds that agree in every bit have the same one.</summary>
internal static class OutputDigest
{
    private const int Steps = 64;

    /// <summary>The FNV-1a hash of the bits of all outputs, from a new state.</summary>
    public static ulong Of(IStreamingModel model)
    {
        float[] inputs = RandomModels.Inputs(Steps * model.Info.InputSize, seed: 3);
        var output = new float[model.Info.OutputSize];
        ulong hash = 0xCBF29CE484222325;
        for (int step = 0; step < Steps; step++)
        {
            model.Step(inputs.AsSpan(step * model.Info.InputSize, model.Info.InputSize), output);
            foreach (byte value in MemoryMarshal.AsBytes(output.AsSpan()))
            {
                hash = (hash ^ value) * 0x100000001B3;
            }
        }

        return hash;
    }
}
