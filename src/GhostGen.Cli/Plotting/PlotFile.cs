using ScottPlot;
using ScottPlot.MultiplotLayouts;
using SkiaSharp;

namespace GhostGen.Cli.Plotting;

/// <summary>Writes plots, one beside the other, as SVG or PNG.</summary>
internal static class PlotFile
{
    private const string Svg = ".svg";
    private const string Png = ".png";

    /// <summary>Returns the path if a plot can be written there.</summary>
    /// <exception cref="ToolException">It cannot.</exception>
    public static string Checked(string path)
    {
        if (!path.EndsWith(Svg, StringComparison.OrdinalIgnoreCase) && !path.EndsWith(Png, StringComparison.OrdinalIgnoreCase))
        {
            throw new ToolException(path, "a plot is written as *.svg or *.png.");
        }

        return Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder)
            ? throw new ToolException(path, $"there is no such folder as '{folder}'.")
            : path;
    }

    /// <summary>The file of a model's plot in the current folder, where nobody names one.</summary>
    /// <param name="model">The model's name, which may hold anything.</param>
    /// <param name="command">What the plot is of.</param>
    public static string Usual(string model, string command)
    {
        string name = string.Concat(model.Select(static character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '_'));
        return $"{name}.{command}{Svg}";
    }

    /// <summary>Writes plots.</summary>
    /// <param name="path">What <see cref="Checked"/> returned.</param>
    /// <param name="width">The width of all together, in pixels.</param>
    /// <param name="height">The height.</param>
    /// <param name="plots">The plots, left to right.</param>
    public static void Save(string path, int width, int height, params IEnumerable<Plot> plots)
    {
        var all = new Multiplot();
        foreach (Plot plot in plots)
        {
            all.AddPlot(plot);
        }

        // A multiplot begins with a plot of its own.
        all.RemovePlot(all.GetPlot(0));
        all.Layout = new Columns();
        if (path.EndsWith(Png, StringComparison.OrdinalIgnoreCase))
        {
            all.SavePng(path, width, height);
            return;
        }

        using var text = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), text))
        {
            all.Render(canvas, new PixelRect(0, width, height, 0));
        }

        File.WriteAllBytes(path, text.ToArray());
    }
}
