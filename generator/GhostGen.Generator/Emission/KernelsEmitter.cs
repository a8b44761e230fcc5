using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the part of a file that computes: the places of an instance's memory, the choice of a vector width, and the kernels for each.</summary>
internal static class KernelsEmitter
{
    /// <summary>The name of the class that chooses among widths.</summary>
    internal const string Dispatcher = "Kernels";

    /// <summary>Writes the namespace with all of it.</summary>
    internal static void Emit(SourceWriter writer, KernelPlan plan)
    {
        // File-local, in a namespace of their own: nothing a user's code is called can change what these names mean, or the other way round.
        using (writer.Braces("namespace GhostGen.Generated"))
        {
            writer.Line("using global::System.Runtime.CompilerServices;");
            writer.Line("using global::System.Runtime.InteropServices;");
            writer.Line("using global::System.Runtime.Intrinsics;");
            writer.Line("using global::GhostGen.Kernels;");
            writer.Line();
            EmitPlaces(writer, plan.Memory);
            writer.Line();
            EmitDispatcher(writer);
            foreach (WidthPlan width in plan.Widths)
            {
                writer.Line();
                EmitKernels(writer, plan, width);
            }
        }
    }

    private static void EmitPlaces(SourceWriter writer, MemoryPlan memory)
    {
        writer.Line("/// <summary>Where an instance keeps its values: the offsets of its one array, in floats.</summary>");
        using (writer.Braces("file static class Places"))
        {
            bool first = true;
            foreach (Place place in memory.Places)
            {
                if (!first)
                {
                    writer.Line();
                }

                first = false;
                writer.Line($"/// <summary>{Text.Plural(place.Length, "float")}: {place.Meaning}.</summary>");
                writer.Line($"internal const nuint {place.Name} = {place.Offset};");
            }
        }
    }

    private static void EmitDispatcher(SourceWriter writer)
    {
        writer.Line("/// <summary>Chooses the widest vectors that the machine is fast with. All widths give the same bits; the compiler keeps one branch.</summary>");
        using (writer.Braces($"file static class {Dispatcher}"))
        {
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (writer.Braces("internal static void Step(ref float weights, ref float input, ref float output, ref float memory)"))
            {
                foreach (VectorWidth width in VectorWidth.All)
                {
                    string call = $"{width.Name}Kernels.Step(ref weights, ref input, ref output, ref memory);";
                    string heading = width == VectorWidth.Scalar ? "else" : $"{(width == VectorWidth.Vector512 ? "" : "else ")}if ({width.Name}.IsHardwareAccelerated)";
                    using (writer.Braces(heading))
                    {
                        writer.Line(call);
                    }
                }
            }
        }
    }

    private static void EmitKernels(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        VectorWidth width = widthPlan.Width;
        writer.Line(width == VectorWidth.Scalar
            ? "/// <summary>Without vectors: one output at a time, in the same order.</summary>"
            : Text.Invariant($"/// <summary>Vectors of {width.Bits} bits: {width.Lanes} outputs at a time.</summary>"));
        using (writer.Braces($"file static class {width.Name}Kernels"))
        {
            EmitStep(writer, plan, widthPlan);
            foreach (LayerPlan layer in widthPlan.Layers)
            {
                writer.Line();
                new LayerEmitter(writer, new VectorForm(width, plan.Options.Accuracy), layer).Emit();
            }
        }
    }

    private static void EmitStep(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        writer.Line("/// <summary>One step: every layer once, each reading what the one before it left in memory.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces("internal static void Step(ref float weights, ref float input, ref float output, ref float memory)"))
        {
            string input = "input";
            foreach (LayerPlan layer in widthPlan.Layers)
            {
                string weights = layer.WeightOffset == 0 ? "weights" : Text.Invariant($"Unsafe.Add(ref weights, {layer.WeightOffset})");
                writer.Line($"{LayerEmitter.MethodName(layer)}(ref {weights}, ref {input}, ref memory);");
                input = $"Unsafe.Add(ref memory, Places.{layer.Output.Name})";
            }

            writer.Line();
            writer.Line($"MemoryMarshal.CreateReadOnlySpan(ref {input}, {plan.Shape.OutputSize})");
            writer.Line($"    .CopyTo(MemoryMarshal.CreateSpan(ref output, {plan.Shape.OutputSize}));");
        }
    }
}
