using System.Text;
using GhostGen.Generator.Emission;
using GhostGen.Generator.Planning;
using GhostGen.Generator.Tests.Support;
using GhostGen.Modeling;
using GhostGen.Packing;

namespace GhostGen.Generator.Tests.Planning;

/// <summary>Writes down for people what is decided for a list of layers, each decision with its reason.</summary>
internal static class PlanDocument
{
    private const string Opening = """
        # What is decided, and why

        The plans of the layers that the bench measures, and the reason beside each decision.

        * A step takes a layer's stages one after the other, and a stage's panels one after the other. A panel's accumulators stay in registers: that
          limits the vectors of outputs in it. Panels are as few as that allows, and as equal. Where half of the last vector or more would be
          empty, a narrower one takes its place; lanes that are still left over hold zeros.
        * What a step reads are the weights as they lie in memory, with what fills vectors and cache lines up.

        `PlannedLayersTests` compares this file with the planner. When a plan changes it writes the new one beside this file; read the difference,
        and if it is what you meant, let it take this file's place. docs/architecture.md has the measurements behind the limits.


        """;

    /// <summary>The document.</summary>
    internal static string Of(IEnumerable<LayerShape> layers)
    {
        KernelPlan[] plans = [.. layers.Select(static layer => Planner.Plan(Models.Shape(Name(layer), layer), hasWeights: true))];
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        text.Append("## All layers: what a step reads, and the other decisions in short\n\n").Append(Overview(plans));
        foreach (KernelPlan plan in plans)
        {
            text.Append(Section(plan));
        }

        return text.ToString();
    }

    private static MarkdownTable Overview(IEnumerable<KernelPlan> plans)
    {
        var table = new MarkdownTable(["layer", "parameters", .. VectorWidth.All.Select(PlanReasons.Vectors), "widest used", "in place at", "sequences"]);
        foreach (KernelPlan plan in plans)
        {
            string[] inPlace = [.. plan.Widths.Where(static width => width.Layers[0].InPlace).Select(static width => Text.Invariant($"{width.Width.Bits}"))];
            table.Add(
            [
                plan.Shape.Name,
                Text.Count(plan.Shape.Parameters),
                .. plan.Widths.Select(Read),
                Text.Invariant($"{PlanReasons.WidestVector(plan.Widths[0])} bits"),
                inPlace.Length == 0 ? "none" : string.Join(", ", inPlace) + " bits",
                plan.BlocksSequences ? "blocks" : "steps",
            ]);
        }

        return table;
    }

    private static string Section(KernelPlan plan)
    {
        LayerShape layer = plan.Shape.Layers[0];
        List<string> lines =
        [
            "",
            $"## {plan.Shape.Name}",
            "",
            $"{Text.Count(plan.Shape.Parameters)} parameters, {Text.Bytes(4 * plan.Shape.Parameters)}.",
            "",
            $"* A new state is written {PlanReasons.NewState(plan)}.",
            .. layer is GhostGruShape ghost ? [$"* Ghosts are {PlanReasons.Ghosts(ghost)}."] : Array.Empty<string>(),
            $"* Steps go through panels {PlanReasons.Directions(plan)}.",
            $"* Sequences run {PlanReasons.Sequences(plan)}.",
            $"* Weights that are compiled in are written {PlanReasons.Literal(plan)}.",
            "",
            Table(plan).ToString(),
        ];
        return string.Join('\n', lines);
    }

    private static MarkdownTable Table(KernelPlan plan)
    {
        var table = new MarkdownTable("vectors", "read a step", "stage", "panels", "why");
        foreach (WidthPlan width in plan.Widths)
        {
            string[] heading = [PlanReasons.Vectors(width.Width), Read(width)];
            foreach (StageLayout stage in width.Layers[0].Stages.Select(static stage => stage.Layout))
            {
                table.Add([.. heading, PlanText.Outputs(stage), PlanText.Panels(stage), PlanReasons.Panels(stage)]);
                heading = ["", ""];
            }
        }

        return table;
    }

    private static string Name(LayerShape layer) => Text.Invariant($"{layer.Kind} {layer.InputSize} -> {layer.OutputSize}");

    private static string Read(WidthPlan width) => Text.Bytes(4L * width.WeightCount);
}
