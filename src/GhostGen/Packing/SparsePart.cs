namespace GhostGen.Packing;

/// <summary>
/// The blocks of one source for vectors of one width. A table comes first, strip by strip: the number of the strip's blocks, its
/// columns, and for each block where its sums stand. The weights follow in the order of the table, each strip and block on whole vectors.
/// </summary>
/// <param name="Input">The source's place among those of its stage.</param>
/// <param name="Lanes">The lanes of a vector.</param>
/// <param name="Strips">How often columns of the source are taken into registers.</param>
/// <param name="Blocks">The blocks of all strips: a vector of outputs times the columns of a strip.</param>
/// <param name="Form">How the weights of a block are stored: two columns share a vector, or each has its own.</param>
internal sealed record SparsePart(int Input, int Lanes, int Strips, int Blocks, WeightForm Form)
{
    /// <summary>The numbers of a table that stand before those of a strip's blocks: how many, and the columns.</summary>
    internal const int HeaderLength = 1 + SparseLayout.Columns;

    /// <summary>The floats that the table takes.</summary>
    internal int TableLength => PanelPolicy.Align((Strips * HeaderLength) + Blocks);

    /// <summary>The lanes of a block's weights.</summary>
    internal int BlockLength => SparseLayout.Columns / (Form == WeightForm.BFloat16 ? 2 : 1) * Lanes;

    /// <summary>The lanes of table and weights, 4 bytes each.</summary>
    internal int FloatCount => TableLength + PanelPolicy.Align(Blocks * BlockLength);
}
