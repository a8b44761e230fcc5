using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>
/// Writes the methods of one layer for a block of eight steps. Inputs do not depend on each other, so what they add is one product whose
/// weights are read once for the block; only what depends on the state is left to be done step by step.
/// </summary>
internal sealed class SequenceEmitter(SourceWriter writer, VectorForm form, LayerPlan layer)
{
    /// <summary>The name of the layer's method.</summary>
    internal static string MethodName(LayerPlan layer) => layer.Identifier + "LayerOfSteps";

    /// <summary>Writes the methods.</summary>
    internal void Emit()
    {
        string then = layer.Shape.StateSize > 0 ? "what depends on the step before" : "the activations";
        writer.Line($"/// <summary>Layer '{layer.Shape.Name}' for eight steps: what their inputs add, for all of them together, then step by step {then}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {MethodName(layer)}(ref float weights, ref float inputs, ref float outputs, ref float memory, ref float sums)"))
        {
            foreach (StagePlan stage in layer.Stages.Where(static stage => stage.ReadsInput))
            {
                writer.Line($"// {PlanText.Stage(stage.Layout)}");
                if (stage.Layout.Sparse is not null)
                {
                    new SparseEmitter(writer, form, layer, stage).EmitInputs();
                    writer.Line();
                    continue;
                }

                new PanelWalk(writer, stage).Emit(call => writer.Line(
                    $"{InputName(stage, call.Panel)}(ref {call.Weights}, ref inputs, ref {PanelWalk.Sums(layer, stage, call)});"));
                writer.Line();
            }

            using (writer.Braces("for (nuint step = 0; step < Tile.Columns; step++)"))
            {
                writer.Line($"{LayerEmitter.AfterInputName(layer)}(ref weights, ref Unsafe.Add(ref sums, step * {layer.SumCount}), ref memory{Direction(layer)});");
                EmitOutput(writer, layer, "outputs");
            }
        }

        foreach (StagePlan stage in layer.Stages.Where(static stage => stage.ReadsInput && stage.Layout.Sparse is null))
        {
            EmitInputMethods(stage);
        }

        writer.Line();
        new LayerEmitter(writer, form, layer, PanelForm.AfterInput).Emit();
    }

    /// <summary>The last argument of a layer's method within a loop over the steps of a block, where it has directions.</summary>
    internal static string Direction(LayerPlan layer) => layer.Alternates ? ", backward: step % 2 != 0" : "";

    /// <summary>Writes the copy of what a layer leaves after a step to its place among the outputs of the block.</summary>
    internal static void EmitOutput(SourceWriter writer, LayerPlan layer, string outputs)
    {
        writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.OutputSize})");
        writer.Line($"    .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {outputs}, step * {layer.Shape.OutputSize}), {layer.Shape.OutputSize}));");
    }

    private string InputName(StagePlan stage, PanelLayout panel) => Text.Invariant($"{layer.Identifier}{stage.Layout.Kind}{panel.Lanes}OfInputs");

    private void EmitInputMethods(StagePlan stage)
    {
        foreach (PanelLayout panel in stage.Layout.Panels.GroupBy(static panel => panel.Lanes).Select(static alike => alike.First()))
        {
            var tile = new TileEmitter(writer, stage, panel, Text.Invariant($"{layer.SumCount}"));
            writer.Line();
            writer.Line($"/// <summary>What the inputs of eight steps add to a panel of {Text.Plural(panel.Lanes, "lane")}.</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
            using (writer.Braces($"private static void {InputName(stage, panel)}(ref float weights, ref float inputs, ref float sums)"))
            {
                tile.EmitBiases();
                tile.EmitProduct(stage.Layout.Inputs[0], "inputs", Text.Invariant($"{layer.Shape.InputSize}"));
            }
        }
    }
}
