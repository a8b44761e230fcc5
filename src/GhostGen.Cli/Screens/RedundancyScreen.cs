using System.Globalization;
using GhostGen.Cli.Redundancy;
using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>What <c>redundancy</c> found, on the terminal.</summary>
internal static class RedundancyScreen
{
    private const int Columns = 40;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, RedundancyResult result)
    {
        string sequences = result.Sequences == 1 ? "" : FormattableString.Invariant($" in {result.Sequences} sequences");
        screen.Line(result.Name, ScreenText.Bold, $" from {result.File}, over {Numbers.Count(result.Steps)} steps{sequences} of {result.Data}");
        screen.WriteLine();

        var table = new ScreenTable("<layer", "units", "hold 99 %", "share", "similar pairs", "nearest unit", "ratio");
        foreach (LayerRedundancy layer in result.Layers)
        {
            table.Add(
                layer.Layer,
                Numbers.Count(layer.Hidden),
                Numbers.Count(layer.ValuesForEnergy),
                Numbers.Percent((double)layer.ValuesForEnergy / layer.Hidden),
                Numbers.Percent(layer.SimilarPairs),
                Numbers.Short(layer.MedianNearest),
                layer.SuggestedRatio.ToString("0.0", CultureInfo.InvariantCulture));
        }

        table.Write(screen, "Redundancy of the hidden states");
        foreach (LayerRedundancy layer in result.Layers)
        {
            screen.Line($" {layer.Layer}", ScreenText.Bold);
            screen.WriteLine($"  singular values, six decades         {Sparkline.Of(Spectrum(layer))}");
            screen.WriteLine($"  pairs by cosine similarity, -1 to 1  {Sparkline.Of(layer.Similarities.Select(static count => (double)count))}");
        }

        screen.WriteLine();
        screen.WriteLine("How many singular values hold 99 % of the energy says how many states there have to be; the others can be derived from them by a cheap operation, as ghosts (GhostRNN, arXiv 2411.14489). The ratio is units over those values, down to the next half, 1 to 4: where to begin training. Similar pairs have a cosine similarity beyond ±0.95; the nearest unit's is the median over units.");
        foreach (string warning in result.Warnings)
        {
            screen.Line("note: ", new Style(Color.Yellow), warning);
        }

        if (result.Plot is { } plot)
        {
            screen.WriteLine($"Spectrum and similarities are drawn in {plot}.");
        }
    }

    /// <summary>The spectrum in as many parts as the screen has room for, the largest six decades.</summary>
    private static IEnumerable<double> Spectrum(LayerRedundancy layer)
    {
        const double decades = 6;
        int parts = Math.Min(Columns, layer.Hidden);
        for (int i = 0; i < parts; i++)
        {
            double value = layer.SingularValues[i * layer.Hidden / parts] / Math.Max(layer.SingularValues[0], double.Epsilon);
            yield return Math.Max(0, decades + Math.Log10(Math.Max(value, 1e-30)));
        }
    }
}
