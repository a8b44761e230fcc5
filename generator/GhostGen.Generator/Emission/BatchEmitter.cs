using GhostGen.Generator.Planning;

namespace GhostGen.Generator.Emission;

/// <summary>Writes the nested class for many streams.</summary>
internal static class BatchEmitter
{
    /// <summary>The name of the class.</summary>
    internal const string ClassName = "Batch";

    /// <summary>What it inherits.</summary>
    internal const string Base = Tiles + ".ModelBatch";

    private const string Tiles = "global::GhostGen.Kernels.Tiles";

    /// <summary>Writes the class.</summary>
    internal static void Emit(SourceWriter writer, UserClass userClass, KernelPlan plan)
    {
        bool loads = plan.Literal == LiteralForm.None;
        writer.Line($"/// <summary>Many independent streams that step together, each with the bits of an instance of its own. {Reading(plan)}</summary>");
        writer.Line("/// <remarks>One batch is for one thread at a time; to use several cores give each a batch of its own.</remarks>");
        using (writer.Braces($"public sealed class {ClassName} : {Base}"))
        {
            writer.Line("/// <summary>Streams whose states are zero.</summary>");
            if (loads)
            {
                writer.Line("/// <param name=\"weights\">What <see cref=\"LoadWeights\"/> returned.</param>");
            }

            writer.Line("/// <param name=\"streams\">How many; a multiple of 8 wastes nothing.</param>");
            if (loads)
            {
                writer.Line("/// <exception cref=\"global::System.ArgumentException\">The weights belong to a model of another shape.</exception>");
            }

            writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There are no streams, or more than fit an array.</exception>");
            writer.Line(loads
                ? $"public {ClassName}(global::GhostGen.Kernels.PackedWeights weights, int streams)"
                : $"public {ClassName}(int streams)");
            // In full: the class may have the name of something that its batch inherits, such as Streams.
            string info = userClass.QualifiedName + ".Info";
            string weights = loads
                ? $"global::GhostGen.Kernels.PackedWeights.Require(weights, {info}.Shape)"
                : $"{WeightsEmitter.ClassName}.Shared";
            int sums = TileSize.Columns * plan.Widths.SelectMany(static width => width.Layers).SelectMany(static layer => layer.Stages).Max(LargestRow);
            writer.Line($"    : base(streams, {info}, {weights}, new {Tiles}.BatchLayout({plan.Streams.Stride}, {plan.Streams.Input}, {plan.Memory.Output.Offset}, {sums}))");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
            writer.Line("protected override void StepTiles(ref float weights, ref float streams, nuint tiles, ref float sums) =>");
            writer.Line($"    global::GhostGen.Generated.{KernelsEmitter.Dispatcher}.StepTiles(ref weights, ref streams, tiles, ref sums);");
        }
    }

    private static int LargestRow(StagePlan stage) => stage.Layout.Sparse is not null
        ? SparseEmitter.TileStride(stage)
        : stage.Layout.Panels.Select(panel => panel.RowStride(stage.Layout.Accumulators.Count)).DefaultIfEmpty(0).Max();

    /// <summary>How often weights are read: those that are bytes once for each stream.</summary>
    private static string Reading(KernelPlan plan)
    {
        string[] bytes = [.. plan.Shape.Layers.Where(static layer => layer.HasBytes).Select(static layer => layer.Name)];
        return bytes.Length == 0 ? "Weights are read once for eight streams."
            : bytes.Length == plan.Shape.Layers.Count ? "Streams go through a panel of weights one after the other, while it is at hand."
            : $"Weights are read once for eight streams, but those of {Text.Comment(string.Join(", ", bytes))} once for each, while a panel of them is at hand.";
    }
}
