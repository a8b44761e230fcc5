using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>
/// Writes the method that takes a sequence through a layer whose state is one vector. Such a layer is so small that a step is one long wait: for
/// the state of the step before, from the multiply-adds to the activations to the store, and then for the loads that broadcast what was stored. A
/// register has it some cycles earlier, so the first elements are taken from there; by the time they are multiplied in, the others can be loaded.
/// </summary>
internal sealed class CarriedStateEmitter(SourceWriter writer, VectorForm form, LayerPlan layer)
{
    /// <summary>
    /// The elements that are taken from the register. With none, 1, 2, 3 and all of 8, <c>Run</c> of gru 1 -> 8 took 1, 0.96, 0.93, 0.94 and
    /// 0.94 of the time of single steps (Zen 5, 256-bit vectors; 1 -> 16 with 512 bits likewise).
    /// </summary>
    private const int ElementsFromRegister = 2;

    private readonly StagePlan stage = layer.Stages[0];
    private readonly PanelLayout panel = layer.Stages[0].Layout.Panels[0];

    /// <summary>The name of the layer's method.</summary>
    internal static string MethodName(LayerPlan layer) => layer.Identifier + "LayerOfSequence";

    /// <summary>Writes the method.</summary>
    internal void Emit()
    {
        StageLayout layout = stage.Layout;
        IReadOnlyList<Register> registers = Register.Of(panel);
        Register register = registers[0];
        var rows = new PanelEmitter(writer, form, layer, stage);
        writer.Line($"/// <summary>Layer '{layer.Shape.Name}' for a sequence: its state, one vector, stays in a register from step to step.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {MethodName(layer)}(ref float weights, ref float input, ref float output, ref float memory, nuint steps)"))
        {
            writer.Line($"ref float state = ref Unsafe.Add(ref memory, Places.{layer.Output.Name});");
            writer.Line($"{form.Type(register.Lanes)} carried = {form.Load(register.Lanes, "state", 0)};");
            using (writer.Braces("for (; steps > 0; steps--)"))
            {
                rows.EmitBeginning(panel, registers);
                writer.Line();
                writer.Line($"// {PanelEmitter.DescribeSource(layout.Inputs[0])}");
                rows.EmitRows(panel, layout.Inputs[0], registers, 0);
                writer.Line();
                EmitState(rows, layout.Inputs[1], registers);
                writer.Line();
                writer.Line($"// {EpilogueEmitter.Describe(layer.Shape, layout.Kind)}");
                writer.Line($"carried = {EpilogueEmitter.EmitGates(writer, form, layer.Shape, register, "carried")};");
                writer.Line(form.Store("carried", "state", 0));
                EmitOutput();
                writer.Line($"input = ref Unsafe.Add(ref input, {layer.Shape.InputSize});");
                writer.Line($"output = ref Unsafe.Add(ref output, {layer.Shape.OutputSize});");
            }
        }
    }

    private void EmitState(PanelEmitter rows, StageInput input, IReadOnlyList<Register> registers)
    {
        int taken = Math.Min(ElementsFromRegister, input.Count);
        int stride = panel.RowStride(input.Accumulators.Count);
        int lanes = registers[0].Lanes;
        writer.Line($"// {PanelEmitter.DescribeSource(input)}");
        writer.Line("// The first elements come from the register: what was stored a moment ago can be loaded only some cycles later.");
        int rowsTaken = 0;
        for (int first = 0; first < taken; first += input.ElementsPerRow)
        {
            if (first > 0)
            {
                writer.Line();
            }

            var elements = new List<string>();
            for (int element = first; element < taken && element < first + input.ElementsPerRow; element++)
            {
                elements.Add(Text.Invariant($"carried{element}"));
                writer.Line($"{form.Type(lanes)} carried{element} = {form.BroadcastElement(lanes, "carried", element)};");
            }

            rows.EmitMultiplyAdds(input, registers, elements, rowsTaken++ * stride);
        }

        writer.Line($"row = ref Unsafe.Add(ref row, {rowsTaken * stride});");
        if (taken < input.Count)
        {
            writer.Line();
            rows.EmitRows(panel, input, registers, taken);
        }
    }

    /// <summary>An output may end where no whole vector can be written.</summary>
    private void EmitOutput()
    {
        if (panel.Outputs == panel.Lanes)
        {
            writer.Line(form.Store("carried", "output", 0));
            return;
        }

        writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref state, {layer.Shape.OutputSize})");
        writer.Line($"    .CopyTo(MemoryMarshal.CreateSpan(ref output, {layer.Shape.OutputSize}));");
    }
}
