using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GhostGen.Modeling;

namespace GhostGen.Packing;

/// <summary>Finds the blocks of one source that are not zero, for vectors of one width, and writes them down.</summary>
/// <remarks>
/// Columns that are zero in all vectors are left out; the others are taken eight at a time, in ascending order, as a strip. A block of a
/// strip is left out where all its weights are zero. Each sum meets the strips in their order, so its chain stays ascending.
/// </remarks>
internal sealed class SparseBlocks
{
    private readonly List<Vector> vectors = [];
    private readonly int columns;

    // For each vector and column, whether any of the vector's weights there is not zero.
    private readonly bool[] filled;
    private readonly List<int> filledColumns = [];

    /// <summary>Looks for the blocks.</summary>
    /// <param name="stage">The stage, one whose weights are panels and that is not repeated.</param>
    /// <param name="input">The source's place among those of the stage.</param>
    /// <param name="lanes">The lanes of the vectors; those of other widths are passed over.</param>
    /// <param name="weights">The layer's weights.</param>
    internal SparseBlocks(StageLayout stage, int input, int lanes, LayerWeights weights)
    {
        StageInput source = stage.Inputs[input];
        columns = source.Count;
        AddVectors(stage, source, lanes, weights);
        filled = new bool[vectors.Count * columns];
        for (int i = 0; i < vectors.Count; i++)
        {
            vectors[i].Find(filled, i * columns, columns);
        }

        for (int column = 0; column < columns; column++)
        {
            int vector = 0;
            while (vector < vectors.Count && !filled[(vector * columns) + column])
            {
                vector++;
            }

            if (vector < vectors.Count)
            {
                filledColumns.Add(column);
            }
        }

        int strips = (filledColumns.Count + SparseLayout.Columns - 1) / SparseLayout.Columns;
        int blocks = 0;
        for (int strip = 0; strip < strips; strip++)
        {
            for (int vector = 0; vector < vectors.Count; vector++)
            {
                blocks += HasBlock(strip, vector) ? 1 : 0;
            }
        }

        Part = new(input, lanes, strips, blocks, source.Form);
    }

    /// <summary>The layout of all blocks of a stage that are not zero.</summary>
    internal static SparseLayout Layout(StageLayout stage, LayerWeights weights)
    {
        var parts = new List<SparsePart>();
        for (int input = 0; input < stage.Inputs.Count; input++)
        {
            for (int lanes = stage.Width.Lanes; lanes > 0; lanes /= 2)
            {
                SparsePart part = new SparseBlocks(stage, input, lanes, weights).Part;
                if (part.Blocks > 0)
                {
                    parts.Add(part);
                }
            }
        }

        return new(new(parts.ToArray()));
    }

    /// <summary>How many there are.</summary>
    internal SparsePart Part { get; }

    /// <summary>Writes table and weights.</summary>
    /// <param name="packed">Where to: zeros.</param>
    internal void Write(Span<float> packed)
    {
        Span<int> table = MemoryMarshal.Cast<float, int>(packed);
        Span<float> weights = packed.Slice(Part.TableLength);
        for (int strip = 0; strip < Part.Strips; strip++)
        {
            // Where a source has no eighth column left, its last one is taken once more, with weights of zero.
            for (int i = 0; i < SparseLayout.Columns; i++)
            {
                table[1 + i] = filledColumns[Math.Min((strip * SparseLayout.Columns) + i, filledColumns.Count - 1)];
            }

            int blocks = 0;
            for (int vector = 0; vector < vectors.Count; vector++)
            {
                if (HasBlock(strip, vector))
                {
                    table[SparsePart.HeaderLength + blocks++] = vectors[vector].Sums;
                    WriteBlock(strip, vectors[vector], weights);
                    weights = weights.Slice(Part.BlockLength);
                }
            }

            table[0] = blocks;
            table = table.Slice(SparsePart.HeaderLength + blocks);
        }
    }

    private void WriteBlock(int strip, Vector vector, Span<float> weights)
    {
        int start = strip * SparseLayout.Columns;
        int end = EndOf(strip);
        for (int i = start; i < end; i++)
        {
            if (Part.Form == WeightForm.BFloat16)
            {
                vector.WriteHalf(filledColumns[i], (i - start) % 2 == 1, weights.Slice((i - start) / 2 * Part.Lanes));
            }
            else
            {
                vector.Write(filledColumns[i], weights.Slice((i - start) * Part.Lanes));
            }
        }
    }

    private bool HasBlock(int strip, int vector)
    {
        int end = EndOf(strip);
        int column = strip * SparseLayout.Columns;
        while (column < end && !filled[(vector * columns) + filledColumns[column]])
        {
            column++;
        }

        return column < end;
    }

    private int EndOf(int strip) => Math.Min((strip + 1) * SparseLayout.Columns, filledColumns.Count);

    private void AddVectors(StageLayout stage, StageInput source, int lanes, LayerWeights weights)
    {
        int sums = 0;
        for (int i = 0; i < stage.Panels.Count; i++)
        {
            PanelLayout panel = stage.Panels[i];
            for (int j = 0; j < panel.Bands.Count; j++)
            {
                Band band = panel.Bands[j];
                for (int position = 0; position < stage.Accumulators.Count && band.Lanes == lanes; position++)
                {
                    Accumulator accumulator = stage.Accumulators[position];
                    if (source.AddsTo(accumulator))
                    {
                        int rows = Math.Min(band.Lanes, panel.Outputs - band.FirstLane);
                        int offset = sums + band.OffsetInRow(position, stage.Accumulators.Count);
                        vectors.Add(new(offset, weights.Weights(accumulator, source.Source), panel.FirstOutput + band.FirstLane, rows));
                    }
                }
            }

            sums += panel.RowStride(stage.Accumulators.Count);
        }
    }

    /// <summary>One vector of one accumulator.</summary>
    /// <param name="sums">Where its sums stand.</param>
    /// <param name="matrix">Its weights.</param>
    /// <param name="firstRow">The row of its first lane.</param>
    /// <param name="rows">Its lanes, without those that are nobody's.</param>
    private sealed class Vector(int sums, LayerWeights.Matrix matrix, int firstRow, int rows)
    {
        internal int Sums => sums;

        /// <summary>Sets what stands for a column in which not all weights are zero.</summary>
        /// <remarks>A program that starts goes through all weights of a model here. Where nothing is zero it meets one lane of each vector.</remarks>
#if NET
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
        internal void Find(bool[] filled, int start, int columns)
        {
            for (int column = 0; column < columns; column++)
            {
                int row = 0;
                while (row < rows && matrix[firstRow + row, column] == 0)
                {
                    row++;
                }

                filled[start + column] = row < rows;
            }
        }

        internal void Write(int column, Span<float> target)
        {
            for (int row = 0; row < rows; row++)
            {
                target[row] = matrix[firstRow + row, column];
            }
        }

        /// <summary>Puts weights whose lower halves are zero beside those of another column: see <see cref="WeightForm.BFloat16"/>.</summary>
        internal void WriteHalf(int column, bool isSecond, Span<float> target)
        {
            Span<uint> pairs = MemoryMarshal.Cast<float, uint>(target);
            for (int row = 0; row < rows; row++)
            {
                uint weight = MemoryMarshal.Cast<float, uint>(matrix.From(firstRow + row))[column];
                pairs[row] |= isSecond ? weight : weight >> 16;
            }
        }
    }
}
