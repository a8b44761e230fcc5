using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the loops over the groups and panels of a stage around the calls that do the work.</summary>
internal sealed class PanelWalk(SourceWriter writer, StagePlan stage)
{
    /// <summary>From this many panels of one kind on, calls are a loop.</summary>
    private const int FewestPanelsForLoop = 3;

    /// <summary>Writes the calls.</summary>
    /// <param name="emitCall">Writes one: it is told the panel's kind, and where its weights, outputs and sums begin.</param>
    /// <param name="group">Writes what a group needs before its panels; the loop's variable is <c>group</c>.</param>
    internal void Emit(Action<PanelCall> emitCall, Action? group = null)
    {
        if (stage.Layout.Repeats == 1)
        {
            EmitPanels("weights", stage.WeightOffset, "", emitCall);
            return;
        }

        using (writer.Braces($"for (nuint group = 0; group < {stage.Layout.Repeats}; group++)"))
        {
            writer.Line($"ref float groupWeights = ref Unsafe.Add(ref {Offset("weights", stage.WeightOffset)}, group * {stage.Layout.FloatsPerRepeat});");
            group?.Invoke();
            EmitPanels("groupWeights", 0, Text.Invariant($"group * {stage.Layout.Outputs}"), emitCall);
        }
    }

    /// <summary>A reference so many floats further.</summary>
    internal static string Offset(string reference, int offset) => offset == 0 ? reference : Text.Invariant($"Unsafe.Add(ref {reference}, {offset})");

    /// <summary>The reference to a panel's sums among those of one step of its layer.</summary>
    internal static string Sums(LayerPlan layer, StagePlan stage, PanelCall call)
    {
        int first = layer.SumOffset(stage);
        string offset = first == 0 ? call.Sums : call.Sums == "0" ? Text.Invariant($"{first}") : Text.Invariant($"{first} + {call.Sums}");
        return offset == "0" ? "sums" : $"Unsafe.Add(ref sums, {offset})";
    }

    private void EmitPanels(string weights, int weightOffset, string firstOutput, Action<PanelCall> emitCall)
    {
        int accumulators = stage.Layout.Accumulators.Count;
        int offset = weightOffset;
        int sums = 0;
        int index = 0;
        while (index < stage.Layout.Panels.Count)
        {
            PanelLayout panel = stage.Layout.Panels[index];
            int size = panel.FloatCount(accumulators, stage.Layout.Inputs);
            int stride = panel.RowStride(accumulators);
            int alike = stage.Layout.Panels.Skip(index).TakeWhile(other => other.Outputs == panel.Outputs).Count();
            if (alike >= FewestPanelsForLoop)
            {
                using (writer.Braces($"for (nuint panel = 0; panel < {alike}; panel++)"))
                {
                    writer.Line($"ref float panelWeights = ref Unsafe.Add(ref {weights}, {Sum(offset, $"panel * {size}")});");
                    emitCall(new(panel, "panelWeights", Join(firstOutput, Sum(panel.FirstOutput, $"panel * {panel.Outputs}")), Sum(sums, $"panel * {stride}")));
                }
            }
            else
            {
                alike = 1;
                emitCall(new(panel, Offset(weights, offset), Join(firstOutput, Text.Invariant($"{panel.FirstOutput}")), Text.Invariant($"{sums}")));
            }

            offset += alike * size;
            sums += alike * stride;
            index += alike;
        }
    }

    private static string Sum(int constant, FormattableString variable) => constant == 0
        ? Text.Invariant(variable)
        : Text.Invariant($"{constant} + ({Text.Invariant(variable)})");

    private static string Join(string first, string second) => first.Length == 0 ? second : second == "0" ? first : $"({first}) + {second}";
}

/// <summary>What a call for a panel is told.</summary>
/// <param name="Panel">Its kind.</param>
/// <param name="Weights">The reference to its weights.</param>
/// <param name="FirstOutput">Its first output.</param>
/// <param name="Sums">Where its sums begin among those of its stage.</param>
internal sealed record PanelCall(PanelLayout Panel, string Weights, string FirstOutput, string Sums);
