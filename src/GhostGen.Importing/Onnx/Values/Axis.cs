namespace GhostGen.Importing.Onnx.Values;

/// <summary>
/// An axis of a value on the way from the input to the output: one axis of an input or several that a reshape has merged. An axis of size 1
/// has no parts, since where it stands changes nothing.
/// </summary>
/// <param name="Parts">Axes of the input, or the features of a layer, outermost first.</param>
/// <param name="IsFeatures">Whether its elements are what a layer reads or writes in one step.</param>
internal sealed record Axis(IReadOnlyList<AxisPart> Parts, bool IsFeatures = false)
{
    /// <summary>An axis of size 1.</summary>
    public static Axis One { get; } = new([]);

    /// <summary>The size, where it is known.</summary>
    public long? Size
    {
        get
        {
            long? size = 1;
            foreach (AxisPart part in Parts)
            {
                // Sizes are at most 2^31 and an axis beyond 2^31 elements is none that anything reads.
                size = size is > int.MaxValue ? null : size * part.Size;
            }

            return size;
        }
    }

    /// <summary>The size as a number of the graph.</summary>
    public Extent Extent => Size is { } size ? Extent.Of(size) : Parts.Count == 1 ? new(null, Parts[0].Number) : Extent.Unknown;

    /// <summary>The axis of an input.</summary>
    public static Axis Of(AxisPart part) => part.Size == 1 ? One : new([part]);

    /// <summary>Whether it runs over the same elements in the same order.</summary>
    public bool Is(IReadOnlyList<AxisPart> parts) => Parts.SequenceEqual(parts);
}

/// <summary>An axis of an input, or the features of a layer.</summary>
/// <param name="Number">Which one; numbers ascend in the order of an input's axes.</param>
/// <param name="Size">Its size, where the file says it.</param>
internal sealed record AxisPart(int Number, long? Size);
