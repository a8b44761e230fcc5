namespace GhostGen.Importing.Onnx.Values;

/// <summary>A whole number of a graph: known, or the size of an axis whose size only the running graph knows.</summary>
/// <param name="Value">The number, if it is known.</param>
/// <param name="Part">The <see cref="AxisPart.Number"/> whose size it is, if it is that of one.</param>
internal readonly record struct Extent(long? Value, int? Part)
{
    /// <summary>A number that nothing is known of.</summary>
    public static Extent Unknown => default;

    /// <summary>A known number.</summary>
    public static Extent Of(long value) => new(value, null);
}
