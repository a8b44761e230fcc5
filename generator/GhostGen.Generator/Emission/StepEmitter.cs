using GhostGen.Generator.Planning;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the method that steps all layers of one stream.</summary>
internal static class StepEmitter
{
    /// <summary>Writes the method.</summary>
    internal static void Emit(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        writer.Line("/// <summary>One step: every layer once, each reading what the one before it left in memory.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces("internal static void Step(ref float weights, ref float input, ref float output, ref float memory)"))
        {
            if (widthPlan.Alternates)
            {
                writer.Line("// Every second step goes through the panels backward: the weights that were read last are still in the nearest cache.");
                writer.Line($"ref float direction = ref Unsafe.Add(ref memory, Places.{MemoryPlan.Direction});");
                writer.Line("bool backward = direction != 0;");
                writer.Line("direction = 1 - direction;");
                writer.Line();
            }

            EmitLayers(writer, widthPlan.Layers, "input", plan, "output");
        }
    }

    /// <summary>Writes the calls of layers, and the copy of what the last one leaves to the output.</summary>
    internal static void EmitLayers(SourceWriter writer, IEnumerable<LayerPlan> layers, string input, KernelPlan plan, string output)
    {
        foreach (LayerPlan layer in layers)
        {
            string direction = layer.Alternates ? ", backward" : "";
            writer.Line($"{LayerEmitter.MethodName(layer)}(ref {PanelWalk.Offset("weights", layer.WeightOffset)}, ref {input}, ref memory{direction});");
            input = $"Unsafe.Add(ref memory, Places.{layer.NextInput})";
        }

        writer.Line();
        writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref {input}, {plan.Shape.OutputSize})");
        writer.Line($"    .CopyTo(MemoryMarshal.CreateSpan(ref {output}, {plan.Shape.OutputSize}));");
    }
}
