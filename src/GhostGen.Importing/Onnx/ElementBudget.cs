namespace GhostGen.Importing.Onnx;

/// <summary>
/// How many elements may be computed from the constants of a file. Exporters rearrange each weight a few times; a file that joins a
/// constant with itself again and again would fill the memory.
/// </summary>
internal sealed class ElementBudget
{
    private const long PerElement = 16;

    /// <summary>What shapes of data take, which come from no constant.</summary>
    private long left = 1 << 16;

    /// <summary>Adds for a constant that has been read.</summary>
    public void Earn(long elements) => left += PerElement * elements;

    /// <summary>Takes for a constant that is computed.</summary>
    public bool TrySpend(long elements)
    {
        left -= elements;
        return left >= 0;
    }
}
