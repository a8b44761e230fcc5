namespace GhostGen.Packing;

/// <summary>How the weights of a source are stored: what a lane of a row of weights holds.</summary>
internal enum WeightForm
{
    /// <summary>A weight, for one element of the source.</summary>
    Single,

    /// <summary>Two weights, the upper halves of singles, for two neighbouring elements of the source: that of the first in the lower half of the lane.</summary>
    BFloat16,

    /// <summary>
    /// Four bytes, for four neighbouring elements of the source, the first in the lowest bits. Before the rows of a source stands one of whole numbers that
    /// its sums start at, behind them one of scales.
    /// </summary>
    Int8,

    /// <summary>
    /// Four bytes, for four neighbouring elements of the source of 16 bits each: those of the first two in the lower bytes of the halves of the lane, those of
    /// the other two in the upper ones. Behind the rows of a source stands one of scales.
    /// </summary>
    Int8Wide,

    /// <summary>
    /// Bytes as in <see cref="Int8Wide"/>. Behind the rows of a source stand two of whole numbers: what sums of products are multiplied with, and how far that is
    /// shifted. Biases of such a stage are whole numbers too.
    /// </summary>
    Integer,
}
