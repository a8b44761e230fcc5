using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Manifests;
using GhostGen.Packing;

namespace GhostGen.Kernels;

/// <summary>
/// The weights of one model in the order in which its kernels read them, in memory that starts on a cache line and never moves.
/// Read-only after construction, so all instances of the model, on any thread, share it.
/// </summary>
public sealed class PackedWeights
{
    /// <summary>Weights start on a cache line of 64 bytes: misaligned vector loads cost 1.5 times as much from the first-level cache.</summary>
    private const int Alignment = 64;

    private readonly float[] memory;
    private readonly int first;

    private PackedWeights(int count)
    {
        // The pinned heap never moves an object, so an alignment found once holds for good.
        memory = GC.AllocateArray<float>(count + (Alignment / sizeof(float)), pinned: true);
        Count = count;
        nuint address;
        unsafe
        {
            address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        }

        first = (int)((Alignment - (address % Alignment)) % Alignment) / sizeof(float);
    }

    /// <summary>The number of floats, padding included.</summary>
    public int Count { get; }

    /// <summary>The first weight, on a cache line.</summary>
    public ref readonly float Start => ref memory[first];

    /// <summary>Copies weights that are packed already.</summary>
    public static PackedWeights Copy(ReadOnlySpan<float> packed)
    {
        var weights = new PackedWeights(packed.Length);
        packed.CopyTo(weights.memory.AsSpan(weights.first));
        return weights;
    }

    /// <summary>Copies packed weights out of the text that generated code keeps them in: two UTF-16 units per float, low half first.</summary>
    public static PackedWeights FromText(string text) => Copy(MemoryMarshal.Cast<char, float>(text));

    /// <summary>Packs the weights of a model file.</summary>
    public static PackedWeights Pack(ModelManifest manifest) => Copy(WeightPacker.Pack(manifest));
}
