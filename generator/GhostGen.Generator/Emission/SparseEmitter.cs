using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>
/// Writes a stage that leaves blocks of zeros out: its sums start at the biases, take the blocks of each source, and go into the panels'
/// activations; for one step, for the inputs of a tile of steps, or for a tile of streams.
/// </summary>
internal sealed class SparseEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, StagePlan stage)
{
    private const string Stride = "Places.StreamStride";

    /// <summary>From the sums of one stream of a tile to those of the next: an odd number of cache lines, so that they do not meet in one set of a cache.</summary>
    internal static int TileStride(StagePlan stage) => ((PanelPolicy.Align(stage.SumCount) / PanelPolicy.CacheLine) | 1) * PanelPolicy.CacheLine;

    /// <summary>Writes the stage for one step.</summary>
    /// <param name="begin">Where the layer begins: with its input, or behind the input's products.</param>
    internal void EmitStep(PanelForm begin)
    {
        bool whole = begin == PanelForm.Whole || !stage.ReadsInput;
        string sums = char.ToLowerInvariant(Kind[0]) + Kind.Substring(1) + "Sums";
        writer.Line(whole
            ? $"ref float {sums} = ref SparseProduct.Begin(ref {PanelWalk.Offset("weights", stage.WeightOffset)}, {stage.SumCount}, ref Unsafe.Add(ref memory, Places.{MemoryPlan.Sums}));"
            : $"ref float {sums} = ref {PanelWalk.Offset("sums", layer.SumOffset(stage))};");
        foreach ((SparsePart part, int table) in Parts(stage.WeightOffset).Where(pair => whole || pair.Part.Input > 0))
        {
            StageSource source = stage.Layout.Inputs[part.Input].Source;
            string vector = source == StageSource.Input ? "input" : $"Unsafe.Add(ref memory, {SourceNames.Place(layer, source, "")})";
            EmitProduct("SparseProduct", part, table, $"ref {vector}, ref {sums}");
        }

        EmitPanels(sums);
    }

    /// <summary>Writes what the inputs of a tile of steps add to the sums of each.</summary>
    internal void EmitInputs()
    {
        string sums = PanelWalk.Offset("sums", layer.SumOffset(stage));
        writer.Line($"TileBiases.Copy(ref {PanelWalk.Offset("weights", stage.WeightOffset)}, {stage.SumCount}, ref {sums}, {layer.SumCount});");
        foreach ((SparsePart part, int table) in Parts(stage.WeightOffset).Where(static pair => pair.Part.Input == 0))
        {
            EmitProduct("SparseTileProduct", part, table, $"ref inputs, {layer.Shape.InputSize}, ref {sums}, {layer.SumCount}");
        }
    }

    /// <summary>Writes the call of the stage for all tiles of streams.</summary>
    internal void EmitTiles()
    {
        using (writer.Braces("for (nuint tile = 0; tile < tiles; tile++)"))
        {
            writer.Line($"{TileName}(ref {PanelWalk.Offset("weights", stage.WeightOffset)}, ref Unsafe.Add(ref streams, tile * Tile.Columns * {Stride}), ref sums);");
        }
    }

    /// <summary>Writes the method of the stage for a tile of streams.</summary>
    /// <param name="input">The place of the layer's input in a stream's memory.</param>
    internal void EmitTileMethod(string input)
    {
        int stride = TileStride(stage);
        writer.Line();
        writer.Line("/// <summary>A stage for eight streams: the products of its blocks together, then each stream's activations.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {TileName}(ref float weights, ref float streams, ref float sums)"))
        {
            writer.Line($"TileBiases.Copy(ref weights, {stage.SumCount}, ref sums, {stride});");
            foreach ((SparsePart part, int table) in Parts(0))
            {
                string place = SourceNames.Place(layer, stage.Layout.Inputs[part.Input].Source, input);
                EmitProduct("SparseTileProduct", part, table, $"ref Unsafe.Add(ref streams, {place}), {Stride}, ref sums, {stride}");
            }

            writer.Line();
            using (writer.Braces("for (nuint stream = 0; stream < Tile.Columns; stream++)"))
            {
                writer.Line($"ref float memory = ref Unsafe.Add(ref streams, stream * {Stride});");
                writer.Line($"ref float streamSums = ref Unsafe.Add(ref sums, stream * {stride});");
                EmitPanels("streamSums");
            }
        }
    }

    private string Kind => stage.Layout.Kind.ToString();

    private string TileName => layer.Identifier + Kind + "OfTile";

    private void EmitProduct(string product, SparsePart part, int table, string vectors)
    {
        StageSource source = stage.Layout.Inputs[part.Input].Source;
        writer.Line($"// {SourceNames.Describe(source)}: {Text.Plural(part.Blocks, "block")} of {Text.Plural(part.Lanes, "output")} in {Text.Plural(part.Strips, "strip")} of eight columns.");
        writer.Line($"{product}.{(part.Form == WeightForm.Single ? "Add" : "AddPairs")}({part.Lanes}, {part.Strips}, ref Unsafe.Add(ref weights, {table}), ref Unsafe.Add(ref weights, {table + part.TableLength}), {vectors});");
    }

    /// <summary>Each part, and where its table stands.</summary>
    private IEnumerable<(SparsePart Part, int Table)> Parts(int stageOffset)
    {
        int offset = stageOffset + PanelPolicy.Align(stage.SumCount);
        foreach (SparsePart part in stage.Layout.Sparse!.Parts)
        {
            yield return (part, offset);
            offset += part.FloatCount;
        }
    }

    private void EmitPanels(string sums)
    {
        var panels = new PanelEmitter(writer, form, layer, stage, PanelForm.End);
        new PanelWalk(writer, stage).EmitEnds(call =>
        {
            string first = call.Sums == "0" ? sums : $"Unsafe.Add(ref {sums}, {call.Sums})";
            writer.Line($"{panels.MethodName(call.Panel)}(ref {first}, ref memory, {call.FirstOutput});");
        });
    }
}
