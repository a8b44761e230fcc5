extern alias runtime;

using GhostGen.Generator.Planning;
using Xunit;

namespace GhostGen.Generator.Tests.Planning;

public sealed class TileSizeTests
{
    [Fact]
    public void A_tile_is_what_the_runtime_takes_for_one() => Assert.Equal(runtime::GhostGen.Kernels.Tiles.Tile.Columns, TileSize.Columns);
}
