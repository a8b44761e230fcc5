namespace GhostGen.Bench.Reports;

/// <summary>One line of a plot.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Color">Its colour, as SVG writes colours.</param>
/// <param name="Line">What it is.</param>
/// <param name="Values">A value per category, or <see langword="null"/> where there is none.</param>
internal sealed record PlotSeries(string Name, string Color, PlotLine Line, IReadOnlyList<double?> Values);
