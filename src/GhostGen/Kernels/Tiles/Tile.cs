namespace GhostGen.Kernels.Tiles;

/// <summary>
/// A tile is <see cref="Columns"/> vectors that go through the same weights together: the states of that many streams, or the inputs of
/// that many steps. A weight is then read once for all of them, and the time is that of the arithmetic, not that of the memory.
/// </summary>
public static class Tile
{
    /// <summary>
    /// The vectors of a tile. With three accumulators each they are 24 chains of multiply-adds, three quarters of the registers at 512 bits;
    /// with 16 registers the product takes them in two halves.
    /// </summary>
    public const int Columns = 8;

    /// <summary>The tiles that hold so many vectors, the last one perhaps not full.</summary>
    public static int Count(int vectors) => (vectors + Columns - 1) / Columns;
}
