using System.Globalization;
using GhostGen.Cli.Plotting;
using ScottPlot;

namespace GhostGen.Cli.Redundancy;

/// <summary>The spectrum of the hidden states, and how similar units are to each other.</summary>
internal static class RedundancyPlot
{
    private const int Width = 1300;
    private const int Height = 560;

    /// <summary>What is smaller than this against the largest singular value is rounding.</summary>
    private const double LeastValue = 1e-7;

    private static readonly string[] Colors = ["#2166ac", "#d6604d", "#1b7837", "#762a83", "#e08214", "#35978f"];

    /// <summary>Draws and writes the plot.</summary>
    public static void Save(string path, RedundancyResult result)
    {
        using Plot spectrum = Spectrum(result);
        using Plot similarity = Similarity(result);
        PlotFile.Save(path, Width, Height, spectrum, similarity);
    }

    private static Plot Spectrum(RedundancyResult result)
    {
        var plot = new Plot();
        for (int i = 0; i < result.Layers.Count; i++)
        {
            LayerRedundancy layer = result.Layers[i];
            Color color = Color.FromHex(Colors[i % Colors.Length]);
            double largest = layer.SingularValues[0];
            double[] shares = [.. layer.SingularValues.Select((_, j) => 100.0 * (j + 1) / layer.Hidden)];
            double[] values = [.. layer.SingularValues.Select(value => Math.Log10(Math.Max(LeastValue, largest > 0 ? value / largest : 0)))];
            var line = plot.Add.ScatterLine(shares, values, color);
            line.LineWidth = 2;
            line.LegendText = layer.Layer;
            var mark = plot.Add.VerticalLine(100.0 * layer.ValuesForEnergy / layer.Hidden, 1.5f, color, LinePattern.Dashed);
            mark.LegendText = string.Create(CultureInfo.InvariantCulture, $"99 % of the energy: {layer.ValuesForEnergy} of {layer.Hidden}");
        }

        plot.Title($"{result.Name}: singular values of the hidden states", 15);
        plot.XLabel("per cent of the singular values, largest first");
        plot.YLabel("value against the largest");
        plot.Axes.Left.TickGenerator = LogarithmicAxis.Ticks();
        plot.Axes.SetLimitsX(0, 100);
        plot.ShowLegend(Alignment.LowerLeft);
        return plot;
    }

    private static Plot Similarity(RedundancyResult result)
    {
        var plot = new Plot();
        double highest = 0;
        for (int i = 0; i < result.Layers.Count; i++)
        {
            LayerRedundancy layer = result.Layers[i];
            highest = Math.Max(highest, 100.0 * layer.Similarities.Max() / Math.Max(1, layer.Similarities.Sum()));
            double all = Math.Max(1, layer.Similarities.Sum());
            double[] centres = [.. layer.Similarities.Select(static (_, j) => (2 * (j + 0.5) / LayerRedundancy.Bins) - 1)];
            var line = plot.Add.ScatterLine(centres, [.. layer.Similarities.Select(count => 100 * count / all)], Color.FromHex(Colors[i % Colors.Length]));
            line.LineWidth = 2;
            line.ConnectStyle = ConnectStyle.StepHorizontal;
            line.LegendText = string.Create(CultureInfo.InvariantCulture, $"{layer.Layer}: {100 * layer.SimilarPairs:0.0} % of pairs beyond ±{LayerRedundancy.Similar}");
        }

        plot.Title("Cosine similarity of pairs of hidden units", 15);
        plot.XLabel("cosine similarity");
        plot.YLabel("per cent of the pairs");
        plot.Axes.SetLimitsX(-1, 1);

        // The legend has the upper part for itself.
        plot.Axes.SetLimitsY(0, Math.Max(1, (1.15 + (0.06 * result.Layers.Count)) * highest));
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }
}
