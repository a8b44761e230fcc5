using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the methods of one layer: the one that walks its panels, and one for each kind of panel.</summary>
internal sealed class LayerEmitter(SourceWriter writer, VectorForm form, LayerPlan layer)
{
    /// <summary>From this many panels of one kind on, calls are a loop.</summary>
    private const int FewestPanelsForLoop = 3;

    /// <summary>The name of the layer's method.</summary>
    internal static string MethodName(LayerPlan layer) => layer.Identifier + "Layer";

    /// <summary>Writes the methods.</summary>
    internal void Emit()
    {
        writer.Line($"/// <summary>Layer '{layer.Shape.Name}': {PlanText.Layer(layer.Shape)}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {MethodName(layer)}(ref float weights, ref float input, ref float memory)"))
        {
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
                writer.Line();
                new DiagonalEmitter(writer, form, layer, stage).Emit();
            }
            else
            {
                EmitPanelMethods(stage);
            }
        }
    }

    private void EmitStage(StagePlan stage)
    {
        string weights = Offset("weights", stage.WeightOffset);
        if (stage.Layout.Kind == StageKind.DiagonalCheap)
        {
            writer.Line($"// {PlanText.Stage(stage.Layout)}");
            writer.Line($"{DiagonalEmitter.MethodName(layer)}(ref {weights}, ref memory);");
            return;
        }

        writer.Line($"// {PlanText.Stage(stage.Layout)}");
        if (layer.InPlace && stage.Layout.Kind is (StageKind.Gates or StageKind.Candidate))
        {
            writer.Line("// One panel has read all of the old state before it writes: the new one takes its place at once.");
        }

        string source = "input";
        if (stage.Layout.Kind == StageKind.Cheap)
        {
            source = "intrinsic";
            writer.Line($"ref float intrinsic = ref Unsafe.Add(ref memory, Places.{layer.NewState});");
        }

        if (stage.Layout.Repeats == 1)
        {
            EmitPanels(stage, weights, stage.WeightOffset, source, "");
        }
        else
        {
            using (writer.Braces($"for (nuint group = 0; group < {stage.Layout.Repeats}; group++)"))
            {
                int inputs = stage.Layout.Inputs[0].Count;
                writer.Line($"ref float groupWeights = ref Unsafe.Add(ref {weights}, group * {stage.Layout.FloatsPerRepeat});");
                writer.Line($"ref float groupIntrinsic = ref Unsafe.Add(ref intrinsic, group * {inputs});");
                EmitPanels(stage, "groupWeights", 0, "groupIntrinsic", Text.Invariant($"group * {stage.Layout.Outputs}"));
            }
        }
    }

    private void EmitPanels(StagePlan stage, string weights, int weightOffset, string source, string firstOutput)
    {
        var panels = new PanelEmitter(writer, form, layer, stage);
        string baseReference = weightOffset == 0 ? weights : "weights";
        int offset = weightOffset;
        int index = 0;
        while (index < stage.Layout.Panels.Count)
        {
            PanelLayout panel = stage.Layout.Panels[index];
            int size = panel.FloatCount(stage.Layout.Accumulators.Count, stage.Layout.Inputs);
            int alike = stage.Layout.Panels.Skip(index).TakeWhile(other => other.Outputs == panel.Outputs).Count();
            if (alike >= FewestPanelsForLoop)
            {
                using (writer.Braces($"for (nuint panel = 0; panel < {alike}; panel++)"))
                {
                    writer.Line($"ref float panelWeights = ref Unsafe.Add(ref {baseReference}, {Sum(offset, $"panel * {size}")});");
                    EmitCall(panels, panel, "panelWeights", source, Join(firstOutput, Sum(panel.FirstOutput, $"panel * {panel.Outputs}")));
                }
            }
            else
            {
                alike = 1;
                EmitCall(panels, panel, Offset(baseReference, offset), source, Join(firstOutput, Text.Invariant($"{panel.FirstOutput}")));
            }

            offset += alike * size;
            index += alike;
        }
    }

    private void EmitCall(PanelEmitter panels, PanelLayout panel, string weights, string source, string firstOutput) =>
        writer.Line($"{panels.MethodName(panel)}(ref {weights}, ref {source}, ref memory, {firstOutput});");

    private void EmitEnd()
    {
        if (layer.Shape.StateSize > 0 && !layer.InPlace)
        {
            writer.Line();
            writer.Line("// All panels are done with the old state.");
            writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref memory, Places.{layer.NewState}), {layer.Shape.StateSize})");
            writer.Line($"    .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.StateSize}));");
        }
        else if (layer.Shape is DenseShape { Activation: Activation.Softmax })
        {
            writer.Line();
            writer.Line($"Softmax.Apply(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, Places.{layer.Output.Name}), {layer.Shape.OutputSize}));");
        }
    }

    private void EmitPanelMethods(StagePlan stage)
    {
        var panels = new PanelEmitter(writer, form, layer, stage);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (PanelLayout panel in stage.Layout.Panels)
        {
            if (written.Add(panels.MethodName(panel)))
            {
                writer.Line();
                panels.Emit(panel);
            }
        }
    }

    private static string Offset(string reference, int offset) => offset == 0 ? reference : Text.Invariant($"Unsafe.Add(ref {reference}, {offset})");

    private static string Sum(int constant, FormattableString variable) => constant == 0
        ? Text.Invariant(variable)
        : Text.Invariant($"{constant} + ({Text.Invariant(variable)})");

    private static string Join(string first, string second) => first.Length == 0 ? second : second == "0" ? first : $"({first}) + {second}";
}
