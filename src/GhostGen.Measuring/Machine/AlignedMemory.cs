using GhostGen.Kernels;

namespace GhostGen.Measuring.Machine;

/// <summary>Memory to read from: on a cache line like a model's weights, and written once, so that every page of it exists.</summary>
internal static class AlignedMemory
{
    /// <summary>Memory of <paramref name="bytes"/> bytes, a multiple of a cache line.</summary>
    public static PackedWeights OfBytes(int bytes) => PackedWeights.Copy(new float[bytes / sizeof(float)]);
}
