using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes how a layer with folded ghosts finds out, from its old state, whether there are ghosts yet.</summary>
internal static class GhostPresence
{
    /// <summary>Why a layer does it, and the statement; nothing where no stage of the layer asks.</summary>
    internal static string[] Lines(LayerPlan layer) => layer.Stages.Any(static stage => stage.Layout.Reads(StageSource.GhostsPresent))
        ?
        [
            "// Before the first step there are no ghosts, and what their bias adds to the gates does not count yet.",
            Text.Invariant($"Unsafe.Add(ref memory, Places.{MemoryPlan.GhostsPresent}) = {(layer.IsInteger ? "IntegerState" : "GhostState")}.Present(ref Unsafe.Add(ref memory, Places.{layer.OldState}), {layer.Shape.StateSize});"),
        ]
        : [];
}
