using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Emission;

/// <summary>Writes where a layer of whole numbers meets singles: its states before and after a step, and what it leaves for others than its like.</summary>
internal static class IntegerEdges
{
    private static readonly string check = $"Unsafe.Add(ref memory, Places.{MemoryPlan.Finite})";

    /// <summary>The lines before the first stage; none for layers of singles.</summary>
    internal static string[] Beginning(LayerPlan layer)
    {
        if (!layer.IsInteger)
        {
            return [];
        }

        var lines = new List<string>();
        if (!layer.InputIsInteger)
        {
            lines.Add($"{check} = 0;");
        }

        if (layer.Shape.StateSize > 0)
        {
            lines.Add("// Singles hold the whole numbers of states exactly.");
            lines.Add($"IntegerState.Read(ref {Place(layer.Output.Name)}, {layer.Shape.StateSize}, ref {Place(layer.OldState)}, ref {check});");
        }

        return [.. lines];
    }

    /// <summary>The lines behind the last stage; none where singles are nowhere needed.</summary>
    internal static string[] End(LayerPlan layer) => layer.Shape.StateSize > 0
        ? [$"IntegerState.Write(ref {Place(layer.NewState)}, {layer.Shape.StateSize}, ref {Place(layer.Output.Name)}, {check});"]
        : layer.NextReadsIntegers ? [] : [$"IntegerState.Write(ref {Place(layer.Output.Name)}, {layer.Shape.OutputSize}, ref {Place(layer.Output.Name)}, {check});"];

    private static string Place(string name) => $"Unsafe.Add(ref memory, Places.{name})";
}
