using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>
/// How a stage stores its weights where blocks of them are zero: all its biases, then the blocks of each source that are not zero. Counts
/// alone, so that layouts are equal where new weights leave their sizes as they are.
/// </summary>
/// <param name="Parts">The sources, and for each the widths of its vectors, in the order of the weights; none for those without a block.</param>
internal sealed record SparseLayout(Sequence<SparsePart> Parts)
{
    /// <summary>
    /// The columns of a strip: as many elements of a source as stay in registers while blocks are multiplied with them. gru 384 -> 384 with
    /// 30 % of its blocks, products alone, with 4, 8 and 16 columns: 11.5, 11.0 and 10.4 us at 512 bits; 10.6, 10.0 and 9.8 at 256; 23.7,
    /// 20.4 and 19.5 at 128 without fusing. gru 128 -> 128: 1.35, 0.93, 0.95; 1.05, 0.89, 0.92; 1.82, 1.51, 1.54 (Zen 5). Sixteen take
    /// all registers that most machines have, and store more zeros.
    /// </summary>
    internal const int Columns = 8;

    /// <summary>The floats of all parts.</summary>
    internal int FloatCount
    {
        get
        {
            int floats = 0;
            for (int i = 0; i < Parts.Count; i++)
            {
                floats += Parts[i].FloatCount;
            }

            return floats;
        }
    }
}
