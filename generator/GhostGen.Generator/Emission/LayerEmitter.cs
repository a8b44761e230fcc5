using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the methods of one layer for one vector: the one that walks its panels, and one for each kind of panel.</summary>
/// <param name="writer">Where to.</param>
/// <param name="form">The vectors.</param>
/// <param name="layer">The layer.</param>
/// <param name="begin">Where the layer begins: with its input, or behind the input's products.</param>
internal sealed class LayerEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, PanelForm begin = PanelForm.Whole)
{
    /// <summary>The name of the layer's method.</summary>
    internal static string MethodName(LayerPlan layer) => layer.Identifier + "Layer";

    /// <summary>The name of the method that goes on from where the input's products have been added.</summary>
    internal static string AfterInputName(LayerPlan layer) => layer.Identifier + "LayerAfterInput";

    /// <summary>Writes the methods.</summary>
    internal void Emit()
    {
        bool whole = begin == PanelForm.Whole;
        writer.Line(whole
            ? $"/// <summary>Layer '{layer.Shape.Name}': {PlanText.Layer(layer.Shape)}.</summary>"
            : $"/// <summary>Layer '{layer.Shape.Name}', one step from where the input's products have been added.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {(whole ? MethodName(layer) : AfterInputName(layer))}(ref float weights, ref float {(whole ? "input" : "sums")}, ref float memory{(layer.Alternates ? ", bool backward" : "")})"))
        {
            foreach (string line in (string[])[.. IntegerEdges.Beginning(layer), .. GhostPresence.Lines(layer)])
            {
                writer.Line(line);
            }

            foreach (StagePlan stage in layer.Stages)
            {
                if (stage.WeightOffset > 0)
                {
                    writer.Line();
                }

                EmitStage(stage);
            }

            EmitEnd();
        }

        foreach (StagePlan stage in layer.Stages)
        {
            if (stage.Layout.Kind == StageKind.DiagonalCheap)
            {
                if (whole)
                {
                    writer.Line();
                    new DiagonalEmitter(writer, form, layer, stage).Emit();
                }
            }
            else if (whole || (stage.ReadsInput && stage.Layout.Sparse is null))
            {
                PanelEmitter.EmitAll(writer, form, layer, stage, FormOf(stage));
            }
        }
    }

    /// <summary>A stage of blocks is done with its products before its panels, and one that reads nothing but the input when that has been added.</summary>
    private PanelForm FormOf(StagePlan stage) => stage.Layout.Sparse is not null
        ? PanelForm.End
        : begin == PanelForm.Whole || !stage.ReadsInput ? PanelForm.Whole : stage.Layout.Inputs.Count == 1 ? PanelForm.End : PanelForm.AfterInput;

    private void EmitStage(StagePlan stage)
    {
        writer.Line($"// {PlanText.Stage(stage.Layout)}");
        if (stage.Layout.Kind == StageKind.DiagonalCheap)
        {
            writer.Line($"{DiagonalEmitter.MethodName(layer)}(ref {PanelWalk.Offset("weights", stage.WeightOffset)}, ref memory);");
            return;
        }

        var bytes = new ByteSourceEmitter(writer, form, layer, stage);
        if (stage.Layout.Repeats == 1 && bytes.Statements("input", null) is { Length: > 0 } statements)
        {
            writer.Line("// Its sources as whole numbers, and what one unit of each stands for.");
            foreach (string statement in statements)
            {
                writer.Line(statement);
            }
        }

        if (layer.InPlace && stage.Layout.Kind is (StageKind.Gates or StageKind.Candidate))
        {
            writer.Line("// One panel has read all of the old state before it writes: the new one takes its place at once.");
        }

        if (stage.Layout.Kind == StageKind.Cheap && (stage.ReadsFloats || stage.Layout.Repeats > 1))
        {
            writer.Line($"ref float intrinsic = ref Unsafe.Add(ref memory, Places.{layer.NewState});");
        }

        if (stage.Layout.Sparse is not null)
        {
            new SparseEmitter(writer, form, layer, stage).EmitStep(begin);
            return;
        }

        string source = stage.Layout.Repeats > 1 ? "groupIntrinsic" : SourceNames.Parameter(stage.Layout);
        PanelForm panelForm = FormOf(stage);
        var panels = new PanelEmitter(writer, form, layer, stage, panelForm);
        var walk = new PanelWalk(writer, stage);
        if (layer.Alternates && stage.HasDirections)
        {
            using (writer.Braces("if (!backward)"))
            {
                walk.Emit(EmitCall);
            }

            using (writer.Braces("else"))
            {
                walk.EmitBackward(EmitCall);
            }
        }
        else
        {
            walk.Emit(EmitCall, () =>
            {
                writer.Line($"ref float groupIntrinsic = ref Unsafe.Add(ref intrinsic, group * {stage.Layout.Inputs[0].Count});");
                foreach (string statement in bytes.Statements("input", "groupIntrinsic"))
                {
                    writer.Line(statement);
                }
            });
        }

        void EmitCall(PanelCall call)
        {
            string sums = PanelWalk.Sums(layer, stage, call);
            string arguments = panelForm switch
            {
                PanelForm.Whole when !stage.ReadsFloats => $"ref {call.Weights}",
                PanelForm.Whole => $"ref {call.Weights}, ref {source}",
                PanelForm.AfterInput => $"ref {call.Weights}, ref {sums}",
                _ => $"ref {sums}",
            };
            writer.Line($"{panels.MethodName(call.Panel)}({arguments}, ref memory, {call.FirstOutput});");
        }
    }

    private void EmitEnd()
    {
        if (layer.IsInteger)
        {
            EmitIntegerEnd();
        }
        else if (layer.Shape.StateSize > 0 && !layer.InPlace)
        {
            writer.Line();
            writer.Line("// All panels are done with the old state.");
            writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref memory, Places.{layer.NewState}), {layer.Shape.StateSize})");
            writer.Line($"    .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.StateSize}));");
        }
        if (layer.Shape is DenseShape { Activation: Activation.Softmax })
        {
            writer.Line();
            writer.Line($"Softmax.Apply(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.OutputSize}));");
        }
    }

    private void EmitIntegerEnd()
    {
        if (IntegerEdges.End(layer) is { Length: > 0 } lines)
        {
            writer.Line();
            writer.Line("// What whole numbers stand for.");
            foreach (string line in lines)
            {
                writer.Line(line);
            }
        }
    }
}
