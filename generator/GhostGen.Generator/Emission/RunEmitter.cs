using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the method that runs a sequence of steps.</summary>
internal static class RunEmitter
{
    /// <summary>
    /// The steps that go through a first layer that carries its state before the others follow: enough that entering the layer does not
    /// count, and few enough that what it hands on stays in the nearest cache.
    /// </summary>
    private const int StepsPerBlock = 64;

    /// <summary>Writes the method.</summary>
    internal static void Emit(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        bool blocks = widthPlan.BlocksInputs;
        string how = blocks ? "blocks of eight steps, layer by layer, and what is left step by step"
            : !widthPlan.CarriesState ? "step by step"
            : widthPlan.Layers.Count == 1 ? "the state stays in a register from step to step"
            : Text.Invariant($"blocks of {StepsPerBlock} steps, whose first layer keeps its state in a register, and then the other layers");
        writer.Line($"/// <summary>A sequence: {how}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces("internal static void Run(ref float weights, ref float inputs, ref float outputs, ref float memory, nuint steps)"))
        {
            if (widthPlan.CarriesState)
            {
                EmitCarried(writer, plan, widthPlan);
                return;
            }

            if (blocks)
            {
                EmitBlocks(writer, plan, widthPlan);
            }

            using (writer.Braces(blocks ? "for (; steps > 0; steps--)" : "for (nuint step = 0; step < steps; step++)"))
            {
                writer.Line("Step(ref weights, ref inputs, ref outputs, ref memory);");
                EmitAdvance(writer, plan, "", 1);
            }
        }
    }

    private static void EmitCarried(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        LayerPlan first = widthPlan.Layers[0];
        string method = CarriedStateEmitter.MethodName(first);
        if (widthPlan.Layers.Count == 1)
        {
            writer.Line($"{method}(ref weights, ref inputs, ref outputs, ref memory, steps);");
            return;
        }

        writer.Line($"ref float between = ref TileWorkspace.Get({StepsPerBlock * first.Shape.OutputSize});");
        using (writer.Braces("while (steps > 0)"))
        {
            writer.Line($"nuint block = steps < {StepsPerBlock} ? steps : {StepsPerBlock};");
            writer.Line($"{method}(ref weights, ref inputs, ref between, ref memory, block);");
            using (writer.Braces("for (nuint step = 0; step < block; step++)"))
            {
                StepEmitter.EmitLayers(writer, widthPlan.Layers.Skip(1), Text.Invariant($"Unsafe.Add(ref between, step * {first.Shape.OutputSize})"), plan, Text.Invariant($"Unsafe.Add(ref outputs, step * {plan.Shape.OutputSize})"));
            }

            writer.Line();
            EmitAdvance(writer, plan, "block * ", 1);
            writer.Line("steps -= block;");
        }
    }

    private static void EmitBlocks(SourceWriter writer, KernelPlan plan, WidthPlan widthPlan)
    {
        int sums = PanelPolicy.Align(TileSize.Columns * widthPlan.Layers.Max(static layer => layer.BlocksInputs ? layer.SumCount : 0));
        int between = PanelPolicy.Align(TileSize.Columns * widthPlan.Layers.Max(static layer => layer.Shape.OutputSize));
        using (writer.Braces("if (steps >= Tile.Columns)"))
        {
            writer.Line("// Sums of the layer that is running, then what layers hand on: each writes where the one before it has not written.");
            writer.Line($"ref float sums = ref TileWorkspace.Get({sums + (Math.Min(2, widthPlan.Layers.Count - 1) * between)});");
            using (writer.Braces("for (; steps >= Tile.Columns; steps -= Tile.Columns)"))
            {
                string input = "inputs";
                for (int i = 0; i < widthPlan.Layers.Count; i++)
                {
                    LayerPlan layer = widthPlan.Layers[i];
                    string output = i == widthPlan.Layers.Count - 1 ? "outputs" : Text.Invariant($"Unsafe.Add(ref sums, {sums + (i % 2 * between)})");
                    string weights = PanelWalk.Offset("weights", layer.WeightOffset);
                    if (layer.BlocksInputs)
                    {
                        writer.Line($"{SequenceEmitter.MethodName(layer)}(ref {weights}, ref {input}, ref {output}, ref memory, ref sums);");
                    }
                    else
                    {
                        EmitSteps(writer, layer, weights, input, output);
                    }

                    input = output;
                }

                EmitAdvance(writer, plan, "", TileSize.Columns);
            }
        }

        writer.Line();
    }

    /// <summary>A layer of a block whose own inputs are not worth a product: eight steps, and then the next layer.</summary>
    private static void EmitSteps(SourceWriter writer, LayerPlan layer, string weights, string input, string output)
    {
        using (writer.Braces("for (nuint step = 0; step < Tile.Columns; step++)"))
        {
            writer.Line($"{LayerEmitter.MethodName(layer)}(ref {weights}, ref Unsafe.Add(ref {input}, step * {layer.Shape.InputSize}), ref memory{SequenceEmitter.Direction(layer)});");
            SequenceEmitter.EmitOutput(writer, layer, output);
        }
    }

    private static void EmitAdvance(SourceWriter writer, KernelPlan plan, string times, int steps)
    {
        writer.Line($"inputs = ref Unsafe.Add(ref inputs, {times}{steps * plan.Shape.InputSize});");
        writer.Line($"outputs = ref Unsafe.Add(ref outputs, {times}{steps * plan.Shape.OutputSize});");
    }
}
