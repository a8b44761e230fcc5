namespace GhostGen.Generator.Planning;

/// <summary>The size of a tile, as the runtime has it.</summary>
internal static class TileSize
{
    /// <summary>The streams or steps of a tile: <c>GhostGen.Kernels.Tiles.Tile.Columns</c>, which a test compares.</summary>
    internal const int Columns = 8;
}
