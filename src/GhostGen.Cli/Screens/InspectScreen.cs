using System.Globalization;
using GhostGen.Cli.Inspecting;
using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>What <c>inspect</c> found, on the terminal.</summary>
internal static class InspectScreen
{
    /// <summary>The width from which on the table of weights has room for all that it can show.</summary>
    private const int WidthOfAllColumns = 90;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, InspectResult result)
    {
        WriteHeader(screen, result);
        WriteLayers(screen, result);
        WritePrecisions(screen, result);
        WriteGhosts(screen, result);
        WriteTensors(screen, result);
    }

    private static void WriteHeader(IAnsiConsole screen, InspectResult result)
    {
        screen.Line(result.Name, ScreenText.Bold, $" from {result.File} ({result.Format})");
        string folded = result.FoldedMultiplyAdds < result.MultiplyAdds ? $" ({Numbers.Count(result.FoldedMultiplyAdds)} once linear ghosts are folded)" : "";
        screen.WriteLine(FormattableString.Invariant($"A step reads {result.Input} values, writes {result.Output} and carries {result.State}: ")
            + $"{Numbers.Count(result.Parameters)} parameters, {Numbers.Count(result.MultiplyAdds)} multiply-adds{folded}.");
        if (result.HasNormalization)
        {
            screen.WriteLine("The input's mean and scale are folded into the first layer.");
        }

        if (result.Labels.Count > 0)
        {
            screen.WriteLine($"Outputs: {string.Join(", ", result.Labels)}");
        }

        screen.WriteLine();
    }

    private static void WriteLayers(IAnsiConsole screen, InspectResult result)
    {
        var table = new ScreenTable("<layer", "<kind", "in → out", "parameters", "MACs", "<options");
        foreach (LayerSummary layer in result.Layers)
        {
            string range = layer.InputRange is { } value ? $"; input within ±{Numbers.Short(value)}" : "";
            table.Add(layer.Name, layer.Kind, FormattableString.Invariant($"{layer.Input} → {layer.Output}"), Numbers.Count(layer.Parameters), Numbers.Count(layer.MultiplyAdds), layer.Options + range);
        }

        table.Write(screen, "Layers");
    }

    private static void WritePrecisions(IAnsiConsole screen, InspectResult result)
    {
        var table = new ScreenTable("<weights", "bytes", "share", "error", "<worst row of weights");
        foreach (PrecisionSummary precision in result.Precisions)
        {
            table.Add(
                precision.Precision.ToString(),
                Numbers.Bytes(precision.Bytes),
                Numbers.Percent(precision.ShareOfFloat32),
                precision.ExpectedError is { } error ? Numbers.Short(error) : Numbers.None,
                precision.WorstRow is { } row ? FormattableString.Invariant($"{Numbers.Percent(row.Error)} off: {row.Layer}.{row.Tensor} [{row.Row}]") : Numbers.None);
        }

        string vectors = result.VectorBits > 0 ? FormattableString.Invariant($"vectors of {result.VectorBits} bits") : "no vectors";
        table.Write(screen, $"Precisions: bytes for {vectors}, and the expected error of outputs");
        foreach (SparseStage stage in result.Sparse)
        {
            screen.WriteLine($" {stage.Layer}, {stage.Stage}: blocks of zeros are left out; {Numbers.Count(stage.Blocks)} others take {Numbers.Percent(stage.ShareOfBytes)} of the bytes.");
        }

        if (result.Sparse.Count > 0)
        {
            screen.WriteLine();
        }
    }

    private static void WriteGhosts(IAnsiConsole screen, InspectResult result)
    {
        if (result.Ghosts.Count == 0)
        {
            return;
        }

        var table = new ScreenTable("<layer", "<of a step", "ghosts", "plain", "saved");
        foreach (GhostComparison row in result.Ghosts)
        {
            string name = row.Ratio is { } ratio ? FormattableString.Invariant($"{row.Layer}, ratio {ratio:R}") : "all layers";
            table.Add(name, "parameters", Numbers.Count(row.Ghost.Parameters), Numbers.Count(row.Plain.Parameters), Numbers.Percent(row.SavedParameters));
            table.Add("", "multiply-adds", Numbers.Count(row.Ghost.MultiplyAdds), Numbers.Count(row.Plain.MultiplyAdds), Numbers.Percent(row.SavedMultiplyAdds));
            table.Add("", "bytes", Numbers.Bytes(row.Ghost.Bytes), Numbers.Bytes(row.Plain.Bytes), Numbers.Percent(row.SavedBytes));
        }

        table.Write(screen, result.HasGhosts ? "Ghosts against plain GRUs of the same sizes" : "No ghosts: what ghost_gru layers of the same sizes would save");
    }

    private static void WriteTensors(IAnsiConsole screen, InspectResult result)
    {
        bool hasBlocks = result.Tensors.Any(static tensor => tensor.ZeroBlocks > 0);
        string[] blocks = hasBlocks ? ["blocks"] : [];
        string[] deviation = hasBlocks && screen.Profile.Width < WidthOfAllColumns ? [] : ["deviation"];
        var table = new ScreenTable(["<tensor", "shape", "least", "most", .. deviation, "zeros", .. blocks, "<-max     0      max"]);
        string layer = "";
        foreach (TensorSummary tensor in result.Tensors)
        {
            if (tensor.Layer != layer)
            {
                layer = tensor.Layer;
                table.AddHeading(layer);
            }

            table.Add(
            [
                " " + tensor.Tensor,
                string.Join('x', tensor.Shape.Select(static size => size.ToString(CultureInfo.InvariantCulture))),
                Numbers.Short(tensor.Minimum),
                Numbers.Short(tensor.Maximum),
                .. deviation.Select(_ => Numbers.Short(tensor.StandardDeviation)),
                Numbers.Percent((double)tensor.Zeros / tensor.Count),
                .. blocks.Select(_ => tensor is { ZeroBlocks: { } zero, Blocks: { } all } ? Numbers.Percent((double)zero / all) : Numbers.None),
                Sparkline.Of(tensor.Histogram.Select(static count => (double)count)),
            ]);
        }

        table.Write(screen, hasBlocks ? "Weights: zeros, blocks of zeros that a step can leave out, and distribution" : "Weights: zeros and distribution");
    }
}
