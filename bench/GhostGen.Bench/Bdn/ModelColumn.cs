using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GhostGen.Bench.Bdn;

/// <summary>A column that sets the mean time of a contender's step in relation to the model it is a step of.</summary>
/// <param name="name">The column's title.</param>
/// <param name="legend">What it shows.</param>
/// <param name="format">The number format.</param>
/// <param name="value">The value, from the model, in the precision of the contender, and the nanoseconds of a step.</param>
internal sealed class ModelColumn(string name, string legend, string format, Func<SteppedClass, double, double> value) : IColumn
{
    /// <inheritdoc/>
    public string Id => $"{nameof(ModelColumn)}.{name}";

    /// <inheritdoc/>
    public string ColumnName => name;

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public string Legend => legend;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        return summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? value(SteppedClass.Of(benchmarkCase), statistics.Mean).ToString(format, CultureInfo.InvariantCulture)
            : "NA";
    }

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
