using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>
/// Writes what a stage does with the complete accumulators of a panel, where that goes through memory: all are stored, accumulator by
/// accumulator, and loops take them one vector at a time.
/// </summary>
internal sealed class ActivationLoopEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, StageLayout stage, PanelLayout panel)
{
    private const string Sums = "panelSums";

    private readonly Activation activation = StageActivation.Of(layer.Shape, stage.Kind);
    private readonly int vector = form.Width.Lanes;

    /// <summary>Writes the stores and the loops.</summary>
    internal void Emit()
    {
        writer.Line("// One vector at a time from here on, from memory: registers do not hold these sums beside what an activation needs.");
        writer.Line($"ref float {Sums} = ref Unsafe.Add(ref memory, Places.{MemoryPlan.PanelSums});");
        for (int position = 0; position < stage.Accumulators.Count; position++)
        {
            foreach (Register register in Register.Of(panel))
            {
                writer.Line(form.Store(AccumulatorNames.Of(stage.Accumulators[position]) + register.Suffix, Sums, (position * panel.Lanes) + register.Lane));
            }
        }

        writer.Line();
        writer.Line($"// {EpilogueEmitter.Describe(layer.Shape, stage.Kind)}");
        if (stage.Kind == StageKind.Gates)
        {
            // The two gates are neighbours. All of their vectors are independent of each other, so the processor overlaps them.
            int first = Start(Accumulator.Reset);
            using (Loop(first, first + (2 * panel.Lanes)))
            {
                writer.Line(form.StoreAt(form.Activate(Activation.Sigmoid, form.LoadAt(vector, Sums, "lane")), Sums, "lane"));
            }

            writer.Line();
        }

        using (Loop(0, panel.Lanes))
        {
            EmitOutputs();
        }
    }

    private void EmitOutputs()
    {
        string old = form.LoadAt(vector, "old", "lane");
        switch (stage.Kind)
        {
            case StageKind.Gates:
                writer.Line($"{form.Type(vector)} update = {Sum(Accumulator.Update)};");
                string candidate = form.MultiplyAdd(vector, Sum(Accumulator.Reset), Sum(Accumulator.Recurrent), Sum(Accumulator.Candidate));
                EmitNewState(candidate, old);
                break;
            case StageKind.ResetUpdate:
                writer.Line(form.StoreAt($"({form.Activate(Activation.Sigmoid, Sum(Accumulator.Reset))} * {old})", "resetTarget", "lane"));
                writer.Line(form.StoreAt(form.Activate(Activation.Sigmoid, Sum(Accumulator.Update)), "updateTarget", "lane"));
                break;
            case StageKind.Candidate:
                writer.Line($"{form.Type(vector)} update = {form.LoadAt(vector, "updateGate", "lane")};");
                EmitNewState(Sum(Accumulator.Candidate), old);
                break;
            default:
                writer.Line(form.StoreAt(form.Activate(activation, Sum(stage.Accumulators[0])), "target", "lane"));
                break;
        }
    }

    private void EmitNewState(string candidate, string old)
    {
        writer.Line($"{form.Type(vector)} candidate = {form.Activate(activation, candidate)};");
        writer.Line(form.StoreAt(form.Blend(vector, "candidate", "update", old), "target", "lane"));
    }

    private SourceWriter.Block Loop(int first, int end) => writer.Braces(Text.Invariant($"for (nuint lane = {first}; lane < {end}; lane += {vector})"));

    private string Sum(Accumulator accumulator)
    {
        int start = Start(accumulator);
        return form.LoadAt(vector, Sums, start == 0 ? "lane" : Text.Invariant($"lane + {start}"));
    }

    private int Start(Accumulator accumulator)
    {
        int position = 0;
        while (stage.Accumulators[position] != accumulator)
        {
            position++;
        }

        return position * panel.Lanes;
    }
}
