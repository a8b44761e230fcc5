namespace GhostGen.Kernels;

/// <summary>Zeros in memory that starts on a cache line and never moves.</summary>
internal sealed class AlignedFloats
{
    /// <summary>A cache line: misaligned vector loads cost 1.5 times as much from the first-level cache.</summary>
    private const int Alignment = 64;

    private readonly float[] memory;
    private readonly int first;

    internal AlignedFloats(int count)
    {
        // The pinned heap never moves an object, so an alignment found once holds for good.
        memory = GC.AllocateArray<float>(count + (Alignment / sizeof(float)), pinned: true);
        Count = count;
        unsafe
        {
            fixed (float* start = memory)
            {
                first = (int)((Alignment - ((nuint)start % Alignment)) % Alignment) / sizeof(float);
            }
        }
    }

    /// <summary>The number of floats.</summary>
    internal int Count { get; }

    /// <summary>The first float.</summary>
    internal ref float Start => ref memory[first];

    /// <summary>All of them.</summary>
    internal Span<float> Span => memory.AsSpan(first, Count);
}
