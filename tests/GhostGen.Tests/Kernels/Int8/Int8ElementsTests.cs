using GhostGen.Kernels.Int8;

namespace GhostGen.Tests.Kernels.Int8;

/// <summary>Elements as bytes.</summary>
public sealed class Int8ElementsTests() : ElementsTests(127, sizeof(byte))
{
    /// <inheritdoc/>
    protected override float Write(float[] values, float? range, float[] room) => range switch
    {
        null => Int8Elements.Measured(ref values[0], values.Length, ref room[0]),
        1 => Int8Elements.Bounded(ref values[0], values.Length, ref room[0]),
        { } known => Int8Elements.Within(ref values[0], values.Length, known, ref room[0]),
    };

    /// <inheritdoc/>
    protected override int Stored(byte[] bytes, int index) => Int8Products.Offset == 0 ? (sbyte)bytes[index] : bytes[index] - Int8Products.Offset;
}
