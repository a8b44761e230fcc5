using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the methods of one layer for many streams: weights are read once for each tile of eight.</summary>
/// <param name="writer">Where to.</param>
/// <param name="form">The vectors.</param>
/// <param name="layer">The layer.</param>
/// <param name="input">The place of the layer's input in a stream's memory.</param>
internal sealed class BatchLayerEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, string input)
{
    private const string Stride = "Places.StreamStride";

    /// <summary>The name of the layer's method.</summary>
    internal static string MethodName(LayerPlan layer) => layer.Identifier + "LayerOfTiles";

    /// <summary>Writes the methods.</summary>
    internal void Emit()
    {
        writer.Line($"/// <summary>Layer '{layer.Shape.Name}' for tiles of eight streams.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {MethodName(layer)}(ref float weights, ref float streams, nuint tiles, ref float sums)"))
        {
            if ((string[])[.. IntegerEdges.Beginning(layer), .. GhostPresence.Lines(layer)] is { Length: > 0 } lines)
            {
                EmitForStreams(lines);
                writer.Line();
            }

            foreach (StagePlan stage in layer.Stages)
            {
                if (stage.WeightOffset > 0)
                {
                    writer.Line();
                }

                writer.Line($"// {PlanText.Stage(stage.Layout)}");
                if (stage.Layout.Kind == StageKind.DiagonalCheap)
                {
                    EmitForStreams($"{DiagonalEmitter.MethodName(layer)}(ref {PanelWalk.Offset("weights", stage.WeightOffset)}, ref memory);");
                }
                else if (stage.Layout.Sparse is not null)
                {
                    new SparseEmitter(writer, form, layer, stage).EmitTiles();
                }
                else if (stage.HasBytes)
                {
                    EmitStreams(stage);
                }
                else
                {
                    EmitPanels(stage);
                }
            }

            EmitEnd();
        }

        foreach (StagePlan stage in layer.Stages.Where(static stage => stage.Layout.Kind != StageKind.DiagonalCheap && !stage.HasBytes))
        {
            if (stage.Layout.Sparse is not null)
            {
                new SparseEmitter(writer, form, layer, stage).EmitTileMethod(input);
                continue;
            }

            EmitTileMethods(stage);
            // The methods for blocks of steps have written the activations of stages that read the input alone.
            if (!(layer.BlocksInputs && stage.ReadsInput && stage.Layout.Inputs.Count == 1))
            {
                PanelEmitter.EmitAll(writer, form, layer, stage, PanelForm.End);
            }
        }
    }

    private static string TileName(LayerPlan layer, StagePlan stage, PanelLayout panel) => Text.Invariant($"{layer.Identifier}{stage.Layout.Kind}{panel.Lanes}OfTile");

    private void EmitPanels(StagePlan stage) => new PanelWalk(writer, stage).Emit(call =>
    {
        using (writer.Braces("for (nuint tile = 0; tile < tiles; tile++)"))
        {
            string group = stage.Layout.Repeats > 1 ? Text.Invariant($", group * {stage.Layout.Inputs[0].Count}") : "";
            writer.Line($"{TileName(layer, stage, call.Panel)}(ref {call.Weights}, ref Unsafe.Add(ref streams, tile * Tile.Columns * {Stride}), ref sums, {call.FirstOutput}{group});");
        }
    });

    /// <summary>
    /// Bytes are multiplied so fast that reading them once for eight streams gains little over reading a panel's eight times from the nearest cache: each
    /// panel is gone through stream by stream.
    /// </summary>
    private void EmitStreams(StagePlan stage)
    {
        var bytes = new ByteSourceEmitter(writer, form, layer, stage);
        var panels = new PanelEmitter(writer, form, layer, stage);
        bool isGrouped = stage.Layout.Repeats > 1;
        string floats = stage.ReadsFloats ? $", ref Unsafe.Add(ref memory, {input})" : "";
        if (!isGrouped && bytes.Statements($"Unsafe.Add(ref memory, {input})", null) is { Length: > 0 } statements)
        {
            EmitForStreams(statements);
        }

        new PanelWalk(writer, stage).Emit(
            call => EmitForStreams($"{panels.MethodName(call.Panel)}(ref {call.Weights}{floats}, ref memory, {call.FirstOutput});"),
            () => EmitForStreams(bytes.Statements("", $"Unsafe.Add(ref memory, {SourceNames.Place(layer, StageSource.NewIntrinsic, "")} + (group * {stage.Layout.Inputs[0].Count}))")));
    }

    private void EmitEnd()
    {
        if (layer.IsInteger && IntegerEdges.End(layer) is { Length: > 0 } lines)
        {
            writer.Line();
            writer.Line("// What whole numbers stand for.");
            EmitForStreams(lines);
        }
        else if (layer is { IsInteger: false, InPlace: false, Shape.StateSize: > 0 })
        {
            writer.Line();
            writer.Line("// All panels are done with the old states.");
            EmitForStreams(
                $"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref memory, Places.{layer.NewState}), {layer.Shape.StateSize})",
                $"    .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.StateSize}));");
        }

        if (layer.Shape is DenseShape { Activation: Activation.Softmax })
        {
            writer.Line();
            EmitForStreams($"Softmax.Apply(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.OutputSize}));");
        }
    }

    private void EmitForStreams(params string[] lines)
    {
        using (writer.Braces("for (nuint stream = 0; stream < tiles * Tile.Columns; stream++)"))
        {
            writer.Line($"ref float memory = ref Unsafe.Add(ref streams, stream * {Stride});");
            foreach (string line in lines)
            {
                writer.Line(line);
            }
        }
    }

    private void EmitTileMethods(StagePlan stage)
    {
        string group = stage.Layout.Repeats > 1 ? ", nuint firstInput" : "";
        foreach (PanelLayout panel in stage.Layout.Panels.GroupBy(static panel => panel.Lanes).Select(static alike => alike.First()))
        {
            int sums = panel.RowStride(stage.Layout.Accumulators.Count);
            var tile = new TileEmitter(writer, stage, panel, Text.Invariant($"{sums}"));
            var end = new PanelEmitter(writer, form, layer, stage, PanelForm.End);
            writer.Line();
            writer.Line($"/// <summary>A panel of {Text.Plural(panel.Lanes, "lane")} for eight streams: their products together, then each stream's activations.</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
            using (writer.Braces($"private static void {TileName(layer, stage, panel)}(ref float weights, ref float streams, ref float sums, nuint firstOutput{group})"))
            {
                tile.EmitBiases();
                foreach (StageInput source in stage.Layout.Inputs)
                {
                    string place = SourceNames.Place(layer, source.Source, input) + (group.Length > 0 ? " + firstInput" : "");
                    tile.EmitProduct(source, $"Unsafe.Add(ref streams, {place})", Stride);
                }

                writer.Line();
                using (writer.Braces("for (nuint stream = 0; stream < Tile.Columns; stream++)"))
                {
                    writer.Line($"{end.MethodName(panel)}(ref Unsafe.Add(ref sums, stream * {sums}), ref Unsafe.Add(ref streams, stream * {Stride}), firstOutput);");
                }
            }
        }
    }
}
