using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the step's file: the members of the user's class, and below them the kernels.</summary>
internal static class ModelEmitter
{
    private const string Aggressive = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";
    private const string FloatSpan = "global::System.Span<float>";
    private const string ReadOnlyFloatSpan = "global::System.ReadOnlySpan<float>";
    private const string Weights = "global::GhostGen.Kernels.PackedWeights";

    /// <summary>The text of the file.</summary>
    internal static string Emit(UserClass userClass, KernelPlan plan, Sequence<string> labels)
    {
        var writer = new SourceWriter();
        HeaderEmitter.Emit(writer, userClass.Name, userClass.File, plan);
        string[] summary =
        [
            $"<summary>{Text.Documentation(plan.Shape.Name)}: {string.Join(", then ", plan.Shape.Layers.Select(static layer => Text.Documentation(PlanText.Layer(layer))))}.</summary>",
            "<remarks>One instance is for one thread at a time. Instances share nothing but their read-only weights, so any number of them can run in parallel.</remarks>",
        ];
        userClass.EmitPart(writer, summary, " : global::GhostGen.IStreamingModel", () => EmitMembers(writer, userClass, plan, labels));
        writer.Line();
        KernelsEmitter.Emit(writer, plan);
        return writer.ToString();
    }

    private static void EmitMembers(SourceWriter writer, UserClass userClass, KernelPlan plan, Sequence<string> labels)
    {
        SizesEmitter.Emit(writer, plan.Shape.InputSize, plan.Shape.OutputSize, plan.Shape.StateSize);
        writer.Line();
        writer.Line($"private readonly float[] modelMemory = new float[{plan.Memory.Length}];");
        if (plan.Literal == LiteralForm.None)
        {
            writer.Line($"private readonly {Weights} modelWeights;");
            writer.Line();
            LoadingEmitter.Emit(writer, userClass.Name);
        }
        else
        {
            writer.Line($"private readonly {Weights} modelWeights = {FirstStepsEmitter.Method}({WeightsEmitter.ClassName}.Shared);");
        }

        writer.Line();
        InfoEmitter.Emit(writer, plan, labels);
        writer.Line();
        EmitState(writer);
        writer.Line();
        EmitStep(writer);
        writer.Line();
        EmitRun(writer);
        writer.Line();
        BatchEmitter.Emit(writer, userClass, plan);
    }

    private static void EmitState(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {FloatSpan} State => global::System.MemoryExtensions.AsSpan(modelMemory, 0, StateSize);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public void Reset() => State.Clear();");
    }

    private static void EmitStep(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(Aggressive);
        using (writer.Braces($"public void Step({ReadOnlyFloatSpan} input, {FloatSpan} output)"))
        {
            writer.Line("global::GhostGen.Kernels.StepArguments.Check(input.Length, output.Length, InputSize, OutputSize);");
            writer.Line($"global::GhostGen.Generated.{KernelsEmitter.Dispatcher}.Step(");
            writer.Line("    ref modelWeights.Start,");
            writer.Line("    ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(input),");
            writer.Line("    ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(output),");
            writer.Line("    ref modelMemory[0]);");
        }
    }

    private static void EmitRun(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(Aggressive);
        using (writer.Braces($"public void Run({ReadOnlyFloatSpan} inputs, {FloatSpan} outputs)"))
        {
            writer.Line("int steps = global::GhostGen.Kernels.StepArguments.CheckRun(inputs, outputs, InputSize, OutputSize);");
            writer.Line($"global::GhostGen.Generated.{KernelsEmitter.Dispatcher}.Run(");
            writer.Line("    ref modelWeights.Start,");
            writer.Line("    ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(inputs),");
            writer.Line("    ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(outputs),");
            writer.Line("    ref modelMemory[0],");
            writer.Line("    (nuint)steps);");
        }
    }
}
