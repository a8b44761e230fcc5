namespace GhostGen.Bench.Reports;

/// <summary>One line of a plot.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Color">Its colour, as SVG writes colours.</param>
/// <param name="Dashed">Whether it is drawn dashed and without points: a limit, not a contender.</param>
/// <param name="Values">A value per category, or <see langword="null"/> where there is none.</param>
internal sealed record PlotSeries(string Name, string Color, bool Dashed, IReadOnlyList<double?> Values);
