using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace GhostGen.Cli.Plotting;

/// <summary>Axes whose positions are powers of ten and whose labels are the numbers.</summary>
internal static class LogarithmicAxis
{
    /// <summary>Labels for positions that are exponents.</summary>
    public static ITickGenerator Ticks() => new NumericAutomatic
    {
        MinorTickGenerator = new LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = static exponent => Math.Pow(10, exponent).ToString(exponent is > -4 and < 6 ? "#,0.####" : "0e0", CultureInfo.InvariantCulture),
    };
}
