using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the part of a file that computes: the places of an instance's memory, the choice of a vector width, and the kernels for each.</summary>
internal static class KernelsEmitter
{
    /// <summary>The name of the class that chooses among widths.</summary>
    internal const string Dispatcher = "Kernels";

    /// <summary>The name of the class with the sizes of a model that leaves blocks of zeros out.</summary>
    internal const string Sizes = "Sizes";

    /// <summary>The place of a stream's input.</summary>
    internal const string StreamPlace = "Places." + StreamInput;

    private const string StreamInput = "StreamInput";

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
            if (plan.Shape.Layers.Any(static layer => layer.HasBytes))
            {
                writer.Line("using global::GhostGen.Kernels.Int8;");
            }

            if (plan.Shape.Layers.Any(static layer => layer.Precision == Precision.Integer))
            {
                writer.Line("using global::GhostGen.Kernels.Integer;");
            }

            if (plan.IsSparse)
            {
                writer.Line("using global::GhostGen.Kernels.Sparse;");
            }

            writer.Line("using global::GhostGen.Kernels.Tiles;");
            writer.Line();
            EmitPlaces(writer, plan);
            writer.Line();
            if (plan.IsSparse)
            {
                EmitSizes(writer, plan);
                writer.Line();
            }

            EmitDispatcher(writer);
            writer.Line();
            FirstStepsEmitter.Emit(writer, plan);
            foreach (WidthPlan width in plan.Widths)
            {
                writer.Line();
                EmitKernels(writer, plan, width);
            }
        }
    }

    private static void EmitPlaces(SourceWriter writer, KernelPlan plan)
    {
        writer.Line("/// <summary>Where an instance keeps its values: the offsets of its one array, in floats.</summary>");
        using (writer.Braces("file static class Places"))
        {
            foreach (Place place in plan.Memory.Places)
            {
                EmitPlace(writer, $"{Text.Plural(place.Length, "float")}: {place.Meaning}", place.Name, place.Offset);
            }

            EmitPlace(writer, $"{Text.Plural(plan.Shape.InputSize, "float")}, in a batch only: the input of a stream", StreamInput, plan.Streams.Input);
            writer.Line("/// <summary>From one stream of a batch to the next: the places above, then the stream's input.</summary>");
            writer.Line($"internal const nuint StreamStride = {plan.Streams.Stride};");
        }
    }

    private static void EmitPlace(SourceWriter writer, string meaning, string name, int offset)
    {
        writer.Line($"/// <summary>{meaning}.</summary>");
        writer.Line($"internal const nuint {name} = {offset};");
        writer.Line();
    }

    private static void EmitDispatcher(SourceWriter writer)
    {
        writer.Line("/// <summary>Chooses the widest vectors that the machine is fast with. All widths give the same bits; the compiler keeps one branch.</summary>");
        using (writer.Braces($"file static class {Dispatcher}"))
        {
            EmitChoice(writer, "Step(ref float weights, ref float input, ref float output, ref float memory)", "Step(ref weights, ref input, ref output, ref memory)");
            writer.Line();
            EmitChoice(writer, "Run(ref float weights, ref float inputs, ref float outputs, ref float memory, nuint steps)", "Run(ref weights, ref inputs, ref outputs, ref memory, steps)");
            writer.Line();
            EmitChoice(writer, "StepTiles(ref float weights, ref float streams, nuint tiles, ref float sums)", "StepTiles(ref weights, ref streams, tiles, ref sums)");
        }
    }

    private static void EmitSizes(SourceWriter writer, KernelPlan plan)
    {
        writer.Line("/// <summary>What is stored without the blocks of zeros, of which each width finds its own.</summary>");
        using (writer.Braces($"file static class {Sizes}"))
        {
            writer.Line("/// <summary>The bytes of weights that a step reads.</summary>");
            writer.Line("internal static long WeightBytes =>");
            foreach (WidthPlan width in plan.Widths)
            {
                string bytes = Text.Invariant($"{4L * width.WeightCount}");
                string start = width.Width == VectorWidth.Vector512 ? "" : ": ";
                writer.Line(width.Width == VectorWidth.Scalar ? $"    {start}{bytes};" : $"    {start}{width.Width.Name}.IsHardwareAccelerated ? {bytes}");
            }
        }
    }

    private static void EmitChoice(SourceWriter writer, string method, string call)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Braces($"internal static void {method}"))
        {
            foreach (VectorWidth width in VectorWidth.All)
            {
                string heading = width == VectorWidth.Scalar ? "else" : $"{(width == VectorWidth.Vector512 ? "" : "else ")}if ({width.Name}.IsHardwareAccelerated)";
                using (writer.Braces(heading))
                {
                    writer.Line($"{width.Name}Kernels.{call};");
                }
            }
        }
    }

    private static void EmitKernels(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        VectorWidth width = widthPlan.Width;
        var singles = new VectorForm(width, plan.Options.Accuracy);
        var wholeNumbers = new IntegerForm(width);
        bool tiles = width != VectorWidth.Scalar;
        writer.Line(tiles
            ? Text.Invariant($"/// <summary>Vectors of {width.Bits} bits: {width.Lanes} outputs at a time.</summary>")
            : "/// <summary>Without vectors: one output at a time, in the same order.</summary>");
        using (writer.Braces($"file static class {width.Name}Kernels"))
        {
            StepEmitter.Emit(writer, plan, widthPlan);
            writer.Line();
            RunEmitter.Emit(writer, plan, widthPlan);
            writer.Line();
            TilesStepEmitter.Emit(writer, plan, widthPlan);
            string input = StreamPlace;
            foreach (LayerPlan layer in widthPlan.Layers)
            {
                VectorForm form = layer.IsInteger ? wholeNumbers : singles;
                writer.Line();
                new LayerEmitter(writer, form, layer).Emit();
                if (layer.CarriesState)
                {
                    writer.Line();
                    new CarriedStateEmitter(writer, form, layer).Emit();
                }

                if (layer.BlocksInputs)
                {
                    writer.Line();
                    new SequenceEmitter(writer, form, layer).Emit();
                }

                if (tiles)
                {
                    writer.Line();
                    new BatchLayerEmitter(writer, form, layer, input).Emit();
                }

                input = $"Places.{layer.NextInput}";
            }
        }
    }
}
