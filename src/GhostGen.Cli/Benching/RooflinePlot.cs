using System.Globalization;
using GhostGen.Cli.Plotting;
using GhostGen.Measuring.Machine;
using ScottPlot;

namespace GhostGen.Cli.Benching;

/// <summary>
/// The roofline (Williams, Waterman, Patterson 2009): operations per second against operations per byte. Below the slopes of the memory levels
/// and the peak of the arithmetic, each contender is a point.
/// </summary>
internal static class RooflinePlot
{
    private const int Width = 1000;
    private const int Height = 620;
    private const double LeastIntensity = 0.05;
    private const double MostIntensity = 50;

    private static readonly string[] LevelColors = ["#1b7837", "#5aae61", "#a6dba0", "#c7c7c7"];
    private static readonly string[] Colors = ["#d6604d", "#b2182b", "#f4a582", "#2166ac", "#7f7f7f"];

    /// <summary>Draws and writes the plot.</summary>
    public static void Save(string path, BenchResult result)
    {
        using var plot = new Plot();
        double peak = result.Limits.PeakGigaflops;
        for (int i = 0; i < result.Limits.Reads.Count; i++)
        {
            ReadBandwidth read = result.Limits.Reads[i];
            double ridge = Math.Clamp(peak / read.GigabytesPerSecond, LeastIntensity, MostIntensity);
            var slope = plot.Add.ScatterLine(
                new[] { Math.Log10(LeastIntensity), Math.Log10(ridge) },
                new[] { Math.Log10(LeastIntensity * read.GigabytesPerSecond), Math.Log10(ridge * read.GigabytesPerSecond) },
                Color.FromHex(LevelColors[i]));
            slope.LineWidth = 2;
            slope.LegendText = string.Create(CultureInfo.InvariantCulture, $"read of {read.Bytes >> 10:N0} KiB ({read.Level}): {read.GigabytesPerSecond:N0} GB/s");
        }

        var top = plot.Add.HorizontalLine(Math.Log10(peak), width: 2, Color.FromHex("#202020"));
        top.LegendText = string.Create(CultureInfo.InvariantCulture, $"peak multiply-adds of singles: {peak:N0} GFLOP/s");
        for (int i = 0; i < result.Contenders.Count; i++)
        {
            BenchContender contender = result.Contenders[i];
            var point = plot.Add.Marker(
                Math.Log10(2 * result.MultiplyAdds / contender.Bytes!.Value), Math.Log10(contender.Gigaflops!.Value), i == 0 ? MarkerShape.FilledDiamond : MarkerShape.FilledCircle, i == 0 ? 14 : 10, Color.FromHex(Colors[i]));
            point.LegendText = string.Create(CultureInfo.InvariantCulture, $"{contender.Name}: {contender.Minimum:N0} ns");
        }

        plot.Title(string.Create(CultureInfo.InvariantCulture, $"{result.Name}, {result.Precision}: a step on {result.Machine.Processor}"), 15);
        plot.XLabel("operations per byte of weights that is read");
        plot.YLabel("GFLOP/s");
        plot.Axes.Left.TickGenerator = LogarithmicAxis.Ticks();
        plot.Axes.Bottom.TickGenerator = LogarithmicAxis.Ticks();
        plot.Axes.SetLimitsX(Math.Log10(LeastIntensity), Math.Log10(MostIntensity));
        plot.Axes.SetLimitsY(Math.Min(-0.5, Math.Log10(result.Contenders.Min(static contender => contender.Gigaflops!.Value)) - 0.2), Math.Log10(peak) + 0.3);
        plot.ShowLegend(Alignment.LowerRight);
        PlotFile.Save(path, Width, Height, plot);
    }

}
