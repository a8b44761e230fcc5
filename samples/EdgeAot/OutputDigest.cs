using System.Runtime.InteropServices;
using GhostGen;

namespace EdgeAot;

/// <summary>Turns what a model makes of a fixed sequence into a number: two builds that agree in every bit have the same one.</summary>
public static class OutputDigest
{
    private const int Steps = 1000;

    /// <summary>The FNV-1a hash of the bits of all outputs, from a new state.</summary>
    public static ulong Of(IStreamingModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var input = new float[model.Info.InputSize];
        var output = new float[model.Info.OutputSize];
        ulong hash = 0xCBF29CE484222325;
        uint seed = 1;
        model.Reset();
        for (int step = 0; step < Steps; step++)
        {
            foreach (ref float value in input.AsSpan())
            {
                // The upper 24 bits of a linear congruential generator, within -2 and 2.
                seed = (seed * 1664525) + 1013904223;
                value = ((seed >> 8) / (float)(1 << 22)) - 2;
            }

            model.Step(input, output);
            foreach (byte value in MemoryMarshal.AsBytes(output.AsSpan()))
            {
                hash = (hash ^ value) * 0x100000001B3;
            }
        }

        return hash;
    }
}
