using GhostGen.Kernels.Lanes;

namespace GhostGen.Kernels.Tiles;

/// <summary>How many elements of a source a row of weights serves, and where in a lane the weight of the first stands. A product is compiled for each.</summary>
internal interface ITileRows
{
    /// <summary>1 or 2.</summary>
    static abstract nuint ElementsPerRow { get; }

    /// <summary>The weights of the first element.</summary>
    static abstract T First<T>(T row)
        where T : struct, ILanes<T>;
}
