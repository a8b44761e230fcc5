namespace GhostGen.Kernels.Lanes;

/// <summary>How rows of weights are stored: how many columns, the elements of a source, share a row. A product is compiled for each.</summary>
internal interface IWeightRows
{
    /// <summary>1 or 2.</summary>
    static abstract int ColumnsPerRow { get; }

    /// <summary>The weights of a column, where rows of one vector follow each other.</summary>
    static abstract T Column<T>(ref float weights, int column)
        where T : struct, ILanes<T>;
}
