using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the method that steps all layers of many streams.</summary>
internal static class TilesStepEmitter
{
    /// <summary>Writes the method.</summary>
    internal static void Emit(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        bool scalar = widthPlan.Width == VectorWidth.Scalar;
        writer.Line(scalar
            ? "/// <summary>One step of many streams: one after the other, since without vectors there are no tiles to gain from.</summary>"
            : plan.Shape.Layers.All(static layer => layer.HasBytes)
                ? "/// <summary>One step of many streams, layer by layer: one after the other goes through a panel while its weights are at hand.</summary>"
                : "/// <summary>One step of many streams, layer by layer: eight at a time go through a panel while its weights are at hand.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces("internal static void StepTiles(ref float weights, ref float streams, nuint tiles, ref float sums)"))
        {
            if (!scalar)
            {
                foreach (LayerPlan layer in widthPlan.Layers)
                {
                    writer.Line($"{BatchLayerEmitter.MethodName(layer)}(ref {PanelWalk.Offset("weights", layer.WeightOffset)}, ref streams, tiles, ref sums);");
                }

                return;
            }

            using (writer.Braces("for (nuint stream = 0; stream < tiles * Tile.Columns; stream++)"))
            {
                string output = plan.Memory.Output.Name;
                writer.Line("ref float memory = ref Unsafe.Add(ref streams, stream * Places.StreamStride);");
                writer.Line($"Step(ref weights, ref Unsafe.Add(ref memory, {KernelsEmitter.StreamPlace}), ref Unsafe.Add(ref memory, Places.{output}), ref memory);");
            }
        }
    }
}
