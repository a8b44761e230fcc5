using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes what a stage does with its accumulators once they are complete.</summary>
internal static class EpilogueEmitter
{
    /// <summary>Writes the references to where the epilogue reads and writes, at the panel's first output.</summary>
    internal static void EmitTargets(SourceWriter writer, LayerPlan layer, StageLayout stage)
    {
        switch (stage.Kind)
        {
            case StageKind.Gates:
                writer.Line("ref float old = ref Unsafe.Add(ref state, firstOutput);");
                writer.Line($"ref float target = ref Unsafe.Add(ref memory, Places.{layer.NewState} + firstOutput);");
                break;
            case StageKind.ResetUpdate:
                writer.Line("ref float old = ref Unsafe.Add(ref state, firstOutput);");
                writer.Line($"ref float resetTarget = ref Unsafe.Add(ref memory, Places.{MemoryPlan.ResetState} + firstOutput);");
                writer.Line($"ref float updateTarget = ref Unsafe.Add(ref memory, Places.{MemoryPlan.UpdateGate} + firstOutput);");
                break;
            case StageKind.Candidate:
                writer.Line("ref float old = ref Unsafe.Add(ref state, firstOutput);");
                writer.Line($"ref float updateGate = ref Unsafe.Add(ref memory, Places.{MemoryPlan.UpdateGate} + firstOutput);");
                writer.Line($"ref float target = ref Unsafe.Add(ref memory, Places.{layer.NewState} + firstOutput);");
                break;
            case StageKind.Cheap:
                writer.Line($"ref float target = ref Unsafe.Add(ref memory, Places.{layer.NewState} + {layer.Intrinsic} + firstOutput);");
                break;
            default:
                writer.Line($"ref float target = ref Unsafe.Add(ref memory, Places.{layer.Output.Name} + firstOutput);");
                break;
        }
    }

    /// <summary>Writes the epilogue for each register of a panel.</summary>
    internal static void Emit(SourceWriter writer, VectorForm form, LayerPlan layer, StageLayout stage, IReadOnlyList<Register> registers)
    {
        writer.Line($"// {Describe(layer.Shape, stage.Kind)}");
        foreach (Register register in registers)
        {
            switch (stage.Kind)
            {
                case StageKind.Gates:
                    if (register.Lane > 0)
                    {
                        writer.Line();
                    }

                    string old = form.Load(register.Lanes, "old", register.Lane);
                    writer.Line(form.Store(EmitGates(writer, form, layer.Shape, register, old), "target", register.Lane));
                    break;
                case StageKind.ResetUpdate:
                    EmitResetUpdate(writer, form, register);
                    break;
                case StageKind.Candidate:
                    string candidate = form.Activate(StageActivation.Of(layer.Shape, stage.Kind), $"candidate{register.Suffix}");
                    string updateGate = form.Load(register.Lanes, "updateGate", register.Lane);
                    string state = EmitBlend(writer, form, register, candidate, updateGate, form.Load(register.Lanes, "old", register.Lane));
                    writer.Line(form.Store(state, "target", register.Lane));
                    break;
                default:
                    writer.Line(form.Store(form.Activate(StageActivation.Of(layer.Shape, stage.Kind), $"{AccumulatorNames.Of(stage.Accumulators[0])}{register.Suffix}"), "target", register.Lane));
                    break;
            }
        }
    }

    /// <summary>Writes the gates and the candidate of a register.</summary>
    /// <returns>The new state.</returns>
    internal static string EmitGates(SourceWriter writer, VectorForm form, LayerShape shape, Register register, string old)
    {
        string suffix = register.Suffix;
        writer.Line($"reset{suffix} = {form.Activate(Activation.Sigmoid, $"reset{suffix}")};");
        writer.Line($"update{suffix} = {form.Activate(Activation.Sigmoid, $"update{suffix}")};");
        string candidate = form.MultiplyAdd(register.Lanes, $"reset{suffix}", $"recurrent{suffix}", $"candidate{suffix}");
        return EmitBlend(writer, form, register, form.Activate(StageActivation.Of(shape, StageKind.Gates), candidate), $"update{suffix}", old);
    }

    private static void EmitResetUpdate(SourceWriter writer, VectorForm form, Register register)
    {
        string suffix = register.Suffix;
        string old = form.Load(register.Lanes, "old", register.Lane);
        writer.Line(form.Store(form.Multiply(form.Activate(Activation.Sigmoid, $"reset{suffix}"), old), "resetTarget", register.Lane));
        writer.Line(form.Store(form.Activate(Activation.Sigmoid, $"update{suffix}"), "updateTarget", register.Lane));
    }

    private static string EmitBlend(SourceWriter writer, VectorForm form, Register register, string candidate, string update, string old)
    {
        string suffix = register.Suffix;
        writer.Line($"candidate{suffix} = {candidate};");
        return form.Blend(register.Lanes, $"candidate{suffix}", update, old);
    }

    /// <summary>What is computed of a stage's accumulators.</summary>
    internal static string Describe(LayerShape shape, StageKind kind)
    {
        string candidate = shape is GruShape { CandidateActivation: Activation.Relu } ? "relu" : "tanh";
        return kind switch
        {
            StageKind.Gates => $"r = sigmoid(reset), z = sigmoid(update), c = {candidate}(r * recurrent + candidate), h' = (1 - z) * c + z * h.",
            StageKind.ResetUpdate => "r = sigmoid(reset), z = sigmoid(update); r * h and z are kept for the candidate.",
            StageKind.Candidate => $"c = {candidate}(candidate), h' = (1 - z) * c + z * h.",
            StageKind.Cheap => $"g' = {Lower(((GhostGruShape)shape).CheapActivation)}(ghost).",
            _ => $"y = {Lower(((DenseShape)shape).Activation)}(output){(((DenseShape)shape).Activation == Activation.Softmax ? "; the softmax follows when all are there" : "")}.",
        };
    }

    private static string Lower(Activation activation) => activation == Activation.None ? "" : activation.ToString().ToLowerInvariant();
}
