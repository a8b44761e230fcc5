using GhostGen.Packing;

namespace GhostGen.Generator.Planning;

/// <summary>
/// How a batch keeps its streams: for each the memory of an instance, with its input behind it, so that what is written for one instance
/// works on a stream as well.
/// </summary>
/// <param name="Input">Where a stream's input stands.</param>
/// <param name="Stride">From one stream to the next, in floats.</param>
internal sealed record StreamPlan(int Input, int Stride)
{
    /// <summary>Lays out a stream's memory.</summary>
    /// <param name="memory">The memory of an instance.</param>
    /// <param name="inputSize">The model's inputs.</param>
    internal static StreamPlan For(MemoryPlan memory, int inputSize)
    {
        // An odd number of cache lines: the same place of eight streams then never falls into one set of a cache.
        int lines = PanelPolicy.Align(memory.Length + inputSize) / PanelPolicy.CacheLine;
        return new(memory.Length, (lines | 1) * PanelPolicy.CacheLine);
    }
}
