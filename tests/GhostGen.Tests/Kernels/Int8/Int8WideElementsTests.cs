using GhostGen.Kernels.Int8;

namespace GhostGen.Tests.Kernels.Int8;

/// <summary>Elements as 16-bit numbers.</summary>
public sealed class Int8WideElementsTests() : ElementsTests(32767, sizeof(short))
{
    /// <inheritdoc/>
    protected override float Write(float[] values, float? range, float[] room) => range switch
    {
        null => Int8WideElements.Measured(ref values[0], values.Length, ref room[0]),
        1 => Int8WideElements.Bounded(ref values[0], values.Length, ref room[0]),
        { } known => Int8WideElements.Within(ref values[0], values.Length, known, ref room[0]),
    };

    /// <inheritdoc/>
    protected override int Stored(byte[] bytes, int index) => BitConverter.ToInt16(bytes, sizeof(short) * index);
}
