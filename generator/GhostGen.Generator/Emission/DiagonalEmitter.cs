using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the cheap operation that scales each intrinsic state for itself: element by element, no panels.</summary>
internal sealed class DiagonalEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, StagePlan stage)
{
    /// <summary>The name of the method.</summary>
    internal static string MethodName(LayerPlan layer) => layer.Identifier + "DiagonalCheap";

    /// <summary>Writes the method.</summary>
    internal void Emit()
    {
        var ghost = (GhostGruShape)layer.Shape;
        int scales = PanelPolicy.Align(stage.Layout.Outputs);
        writer.Line("/// <summary>Ghost i is intrinsic state i modulo their number, scaled and shifted. Vectors may run past the end of a block: what they write there is written over by the next one, or is nobody's.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {MethodName(layer)}(ref float weights, ref float memory)"))
        {
            writer.Line($"ref float intrinsic = ref Unsafe.Add(ref memory, Places.{layer.NewState});");
            writer.Line($"ref float ghosts = ref Unsafe.Add(ref memory, Places.{layer.NewState} + {ghost.Intrinsic});");
            if (form.IsInteger)
            {
                writer.Line($"var shift = new IntegerShift({form.Element("weights", Text.Invariant($"{stage.Layout.FloatCount - PanelPolicy.CacheLine}"))});");
            }

            for (int first = 0; first < ghost.Ghosts; first += ghost.Intrinsic)
            {
                EmitBlock(ghost, first, scales);
            }
        }
    }

    private void EmitBlock(GhostGruShape ghost, int first, int scales)
    {
        int lanes = form.Width.Lanes;
        int count = Math.Min(ghost.Intrinsic, ghost.Ghosts - first);
        int vectors = (count + lanes - 1) / lanes * lanes;
        writer.Line();
        writer.Line($"// Ghosts {first} to {first + count - 1}.");
        using (writer.Braces(lanes == 1 ? $"for (nuint lane = 0; lane < {vectors}; lane++)" : $"for (nuint lane = 0; lane < {vectors}; lane += {lanes})"))
        {
            string Index(int offset) => offset == 0 ? "lane" : Text.Invariant($"lane + {offset}");
            string At(string reference, int offset) => form.LoadAt(lanes, reference, Index(offset));
            string value = form.MultiplyAddFactor(lanes, At("weights", scales + first), At("intrinsic", 0), At("weights", first));
            writer.Line($"{form.Type(lanes)} ghost = {form.Activate(ghost.CheapActivation, value)};");
            writer.Line(form.StoreAt("ghost", "ghosts", Index(first)));
        }
    }
}
