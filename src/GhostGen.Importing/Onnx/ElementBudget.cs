using GhostGen.Modeling;

namespace GhostGen.Importing.Onnx;

/// <summary>
/// How many elements may be read, and how many computed from them. Many tensors can name the same bytes of external data. Exporters
/// rearrange each weight a few times; a file that joins a constant with itself again and again would fill the memory.
/// </summary>
internal sealed class ElementBudget
{
    /// <summary>How often an element may be rearranged: PyTorch does it four times where nothing is folded.</summary>
    private const long PerElement = 16;

    private long unread = ShapeLimits.MostParameters;

    /// <summary>What shapes of data take, which come from no constant.</summary>
    private long left = 1 << 16;

    /// <summary>Takes for a constant that is about to be read.</summary>
    public bool TryRead(long elements)
    {
        unread -= elements;
        left += PerElement * elements;
        return unread >= 0;
    }

    /// <summary>Takes for a constant that is computed.</summary>
    public bool TrySpend(long elements)
    {
        left -= elements;
        return left >= 0;
    }
}
