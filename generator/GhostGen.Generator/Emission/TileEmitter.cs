using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes calls of the product of a panel's weights with a tile of eight vectors.</summary>
internal sealed class TileEmitter(SourceWriter writer, StagePlan stage, PanelLayout panel, string sumStride)
{
    /// <summary>Writes the beginning: each column's sums start at the panel's biases.</summary>
    internal void EmitBiases()
    {
        int accumulators = stage.Layout.Accumulators.Count;
        writer.Line($"TileBiases.Copy(ref weights, {panel.RowStride(accumulators)}, ref sums, {sumStride});");
        writer.Line($"ref float row = ref Unsafe.Add(ref weights, {panel.RowStride(accumulators)});");
    }

    /// <summary>Writes the product with one source.</summary>
    /// <param name="input">The source and its rows.</param>
    /// <param name="source">The reference to the first element of the first column.</param>
    /// <param name="columnStride">From one column to the next.</param>
    internal void EmitProduct(StageInput input, string source, string columnStride)
    {
        int stride = panel.RowStride(input.Accumulators.Count);
        writer.Line();
        writer.Line($"// {PanelEmitter.DescribeSource(input)}");
        foreach ((Band band, int bands) in Runs(input))
        {
            int first = Position(input.Accumulators[0]);
            string weights = PanelWalk.Offset("row", band.OffsetInRow(0, input.Accumulators.Count));
            string sums = PanelWalk.Offset("sums", band.OffsetInRow(first, stage.Layout.Accumulators.Count));
            writer.Line($"{(input.Form == WeightForm.Single ? "TileProduct.Add" : "TileProduct.AddPairs")}({band.Lanes}, {bands * input.Accumulators.Count}, ref {weights}, {stride}, {input.Count}, ref {source}, {columnStride}, ref {sums}, {sumStride});");
        }

        writer.Line($"row = ref Unsafe.Add(ref row, {input.Rows * stride});");
    }

    /// <summary>Bands that one call can take: neighbours of one width, where the source adds to all sums, so that theirs are neighbours too.</summary>
    private IEnumerable<(Band First, int Count)> Runs(StageInput input)
    {
        bool takesAll = input.Accumulators.Count == stage.Layout.Accumulators.Count;
        int index = 0;
        while (index < panel.Bands.Count)
        {
            Band band = panel.Bands[index];
            int count = takesAll ? panel.Bands.Skip(index).TakeWhile(other => other.Lanes == band.Lanes).Count() : 1;
            yield return (band, count);
            index += count;
        }
    }

    private int Position(Accumulator accumulator) => stage.Layout.Accumulators.TakeWhile(other => other != accumulator).Count();
}
