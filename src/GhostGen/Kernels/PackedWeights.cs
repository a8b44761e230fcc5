using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Manifests;
using GhostGen.Modeling;
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

    private const int UnitsPerFloat = sizeof(float) / sizeof(char);

    private readonly float[] memory;
    private readonly int first;
    private ModelShape? shape;

    private PackedWeights(int count)
    {
        // The pinned heap never moves an object, so an alignment found once holds for good. A kernel may read up to one vector beyond the
        // last weight, into lanes that are nobody's.
        memory = GC.AllocateArray<float>(count + (Alignment / sizeof(float)) + PanelPolicy.WidestVector, pinned: true);
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

    /// <summary>The first weight, on a cache line. Writable only because vector loads take such references; nobody writes.</summary>
    public ref float Start => ref memory[first];

    /// <summary>Copies weights that are packed already.</summary>
    public static PackedWeights Copy(ReadOnlySpan<float> packed)
    {
        var weights = new PackedWeights(packed.Length);
        packed.CopyTo(weights.Span);
        return weights;
    }

    /// <summary>Copies packed weights out of the texts that generated code keeps them in, a text per layer: two UTF-16 units per float, low half first.</summary>
    public static PackedWeights FromText(params ReadOnlySpan<string> texts)
    {
        int count = 0;
        foreach (string text in texts)
        {
            count += text.Length / UnitsPerFloat;
        }

        var weights = new PackedWeights(count);
        Span<float> rest = weights.Span;
        foreach (string text in texts)
        {
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(MemoryMarshal.AsBytes(rest));
            rest = rest[(text.Length / UnitsPerFloat)..];
        }

        return weights;
    }

    /// <summary>Packs the weights of a model file.</summary>
    public static PackedWeights Pack(ModelManifest manifest)
    {
        PackedWeights weights = Copy(WeightPacker.Pack(manifest));
        weights.shape = manifest.Shape;
        return weights;
    }

    /// <summary>Packs the weights of a model file for a model of a given shape.</summary>
    /// <param name="manifest">The file's content.</param>
    /// <param name="expected">The shape it has to have; names do not matter.</param>
    /// <exception cref="ArgumentException">It has another one; the message says where they differ.</exception>
    public static PackedWeights Pack(ModelManifest manifest, ModelShape expected)
    {
        RequireSameShape(manifest.Shape, expected, nameof(manifest));
        return Pack(manifest);
    }

    /// <summary>Returns <paramref name="weights"/> if they were packed for a model of the given shape.</summary>
    /// <exception cref="ArgumentException">They were not.</exception>
    public static PackedWeights Require(PackedWeights weights, ModelShape expected)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.shape is null)
        {
            throw new ArgumentException("These weights were compiled into a model and cannot be given to another one.", nameof(weights));
        }

        RequireSameShape(weights.shape, expected, nameof(weights));
        return weights;
    }

    private Span<float> Span => memory.AsSpan(first, Count);

    private static void RequireSameShape(ModelShape actual, ModelShape expected, string parameter)
    {
        if (ShapeDifference.Between(expected, actual) is { } difference)
        {
            throw new ArgumentException($"The weights are those of model '{actual.Name}', which has another shape: {difference}.", parameter);
        }
    }
}
