using System.Globalization;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Emission;

/// <summary>Writes what fewer bits change in a model: in words for people, and as a list for programs.</summary>
internal static class QuantizationEmitter
{
    private const string Modeling = "global::GhostGen.Modeling";

    /// <summary>What the list is called in the class that has it.</summary>
    internal const string Layers = WeightsEmitter.ClassName + ".Quantization.Layers";

    /// <summary>Whether there is a list: weights have to be known.</summary>
    internal static bool Applies(KernelPlan plan) =>
        plan.Literal != LiteralForm.None && plan.Shape.Layers.Any(static layer => layer.Precision != Precision.Float32);

    /// <summary>Writes the lines at the top of the file of weights.</summary>
    internal static void EmitHeader(SourceWriter writer, Sequence<LayerQuantization> report)
    {
        if (report.Count == 0)
        {
            return;
        }

        writer.Line("//");
        writer.Line("//     What fewer bits change (docs/numerics.md). A row of weights: the root of the mean square of its changes, over that of its weights.");
        writer.Line("//     Outputs: what one step from an exact state is expected to move them by, as the root of the mean square over all of them.");
        foreach (LayerQuantization layer in report)
        {
            writer.Line($"//       {layer.Layer}, {layer.Precision}: {Text.Count(layer.BytesAfter)} bytes instead of {Text.Count(layer.BytesBefore)}.");
            if (layer.WorstRow is { } row)
            {
                writer.Line($"//         The worst row of weights: row {row.Row} of {row.Tensor} ({Place(row)}), off by {Short(100 * row.Error)} %.");
            }

            writer.Line($"//         Outputs: {Short(layer.ExpectedError)}; the worst of them, output {layer.WorstOutput}, {Short(layer.WorstExpectedError)}.");
        }
    }

    /// <summary>Writes the class that holds the list: one of its own, because weights are laid out by what the list is part of.</summary>
    internal static void EmitClass(SourceWriter writer, Sequence<LayerQuantization> report)
    {
        writer.Line("/// <summary>What fewer bits change, layer by layer.</summary>");
        using (writer.Braces("internal static class Quantization"))
        {
            writer.Line($"internal static readonly {Modeling}.Sequence<{Modeling}.LayerQuantization> Layers = new {Modeling}.Sequence<{Modeling}.LayerQuantization>(new {Modeling}.LayerQuantization[]");
            writer.Line("{");
            foreach (LayerQuantization layer in report)
            {
                string row = layer.WorstRow is { } worst
                    ? Text.Invariant($"new {Modeling}.QuantizedRow({Text.Literal(worst.Tensor)}, {worst.Row}, {Text.Literal(worst.Gate)}, {worst.Output}, {Text.Number(worst.Error)})")
                    : "null";
                writer.Line($"    new {Modeling}.LayerQuantization({Text.Literal(layer.Layer)}, global::GhostGen.Precision.{layer.Precision}, {layer.BytesBefore}, {layer.BytesAfter}, {row}, {Text.Number(layer.ExpectedError)}, {Text.Number(layer.WorstExpectedError)}, {layer.WorstOutput}),");
            }

            writer.Line("});");
        }
    }

    private static string Place(QuantizedRow row) => row.Gate is "ghost" or "output"
        ? Text.Invariant($"{row.Gate} {row.Output}")
        : Text.Invariant($"{row.Gate} of state {row.Output}");

    /// <summary>Two digits are more than an estimate is worth, and a third keeps 0.99 from becoming 1.</summary>
    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
