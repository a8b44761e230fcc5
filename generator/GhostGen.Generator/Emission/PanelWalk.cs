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
            EmitRuns("weights", stage.WeightOffset, "", emitCall, backward: false);
            return;
        }

        using (writer.Braces($"for (nuint group = 0; group < {stage.Layout.Repeats}; group++)"))
        {
            writer.Line($"ref float groupWeights = ref Unsafe.Add(ref {Offset("weights", stage.WeightOffset)}, group * {stage.Layout.FloatsPerRepeat});");
            group?.Invoke();
            EmitRuns("groupWeights", 0, Text.Invariant($"group * {stage.Layout.Outputs}"), emitCall, backward: false);
        }
    }

    /// <summary>Writes the calls of a stage without groups from the last panel to the first.</summary>
    internal void EmitBackward(Action<PanelCall> emitCall) => EmitRuns("weights", stage.WeightOffset, "", emitCall, backward: true);

    /// <summary>Writes the calls of a stage without groups for panels that need nothing but their sums: they are told no weights.</summary>
    internal void EmitEnds(Action<PanelCall> emitCall) => EmitRuns(null, 0, "", emitCall, backward: false);

    /// <summary>A reference so many floats further.</summary>
    internal static string Offset(string reference, int offset) => offset == 0 ? reference : Text.Invariant($"Unsafe.Add(ref {reference}, {offset})");

    /// <summary>The reference to a panel's sums among those of one step of its layer.</summary>
    internal static string Sums(LayerPlan layer, StagePlan stage, PanelCall call)
    {
        int first = layer.SumOffset(stage);
        string offset = first == 0 ? call.Sums : call.Sums == "0" ? Text.Invariant($"{first}") : Text.Invariant($"{first} + {call.Sums}");
        return offset == "0" ? "sums" : $"Unsafe.Add(ref sums, {offset})";
    }

    private void EmitRuns(string? weights, int weightOffset, string firstOutput, Action<PanelCall> emitCall, bool backward)
    {
        IEnumerable<PanelRun> runs = Runs(weightOffset);
        foreach (PanelRun run in backward ? runs.Reverse() : runs)
        {
            PanelLayout panel = run.Panel;
            if (run.Count == 1)
            {
                emitCall(new(panel, weights is null ? "" : Offset(weights, run.Weights), Join(firstOutput, Text.Invariant($"{panel.FirstOutput}")), Text.Invariant($"{run.Sums}")));
                continue;
            }

            using (writer.Braces(backward ? $"for (nuint panel = {run.Count}; panel-- > 0;)" : $"for (nuint panel = 0; panel < {run.Count}; panel++)"))
            {
                if (weights is not null)
                {
                    writer.Line($"ref float panelWeights = ref Unsafe.Add(ref {weights}, {Sum(run.Weights, $"panel * {run.Size}")});");
                }

                emitCall(new(panel, "panelWeights", Join(firstOutput, Sum(panel.FirstOutput, $"panel * {panel.Outputs}")), Sum(run.Sums, $"panel * {run.SumSize}")));
            }
        }
    }

    /// <summary>The panels of a repetition, first to last: those of one kind as one run if they are enough for a loop.</summary>
    private IEnumerable<PanelRun> Runs(int weightOffset)
    {
        int accumulators = stage.Layout.Accumulators.Count;
        int sums = 0;
        int index = 0;
        while (index < stage.Layout.Panels.Count)
        {
            PanelLayout panel = stage.Layout.Panels[index];
            int alike = stage.Layout.Panels.Skip(index).TakeWhile(other => other.Outputs == panel.Outputs).Count();
            int count = alike >= FewestPanelsForLoop ? alike : 1;
            var run = new PanelRun(panel, count, weightOffset, panel.FloatCount(accumulators, stage.Layout.Inputs), sums, panel.RowStride(accumulators));
            yield return run;
            weightOffset += count * run.Size;
            sums += count * run.SumSize;
            index += count;
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
