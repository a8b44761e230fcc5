namespace GhostGen.Kernels.Tiles;

/// <summary>
/// Where a sequence keeps what it needs for a block of steps. A thread has one for all models: it is of no use between two calls, and
/// thousands of instances with one each would fill the caches with nothing.
/// </summary>
public static class TileWorkspace
{
    [ThreadStatic]
    private static AlignedFloats? current;

    /// <summary>At least <paramref name="count"/> floats, with anything in them. Allocates when this thread has asked for fewer before, and only then.</summary>
    public static ref float Get(int count)
    {
        AlignedFloats? floats = current;
        if (floats is null || floats.Count < count)
        {
            current = floats = new AlignedFloats(count);
        }

        return ref floats.Start;
    }
}
