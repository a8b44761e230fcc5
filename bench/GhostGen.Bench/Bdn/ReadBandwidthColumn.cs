using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GhostGen.Bench.Models;
using GhostGen.Modeling;

namespace GhostGen.Bench.Bdn;

/// <summary>The bytes of the generated class's packed weights over the mean time of a contender's step: comparable over contenders, and with the read bandwidth that the quick mode prints.</summary>
internal sealed class ReadBandwidthColumn : IColumn
{
    /// <inheritdoc/>
    public string Id => nameof(ReadBandwidthColumn);

    /// <inheritdoc/>
    public string ColumnName => "GB/s";

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
    public string Legend => "Bytes of packed weights per nanosecond of the mean";

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        string kind = benchmarkCase.Descriptor.Type == typeof(GruStep) ? GruShape.KindName : GhostGruShape.KindName;
        string? sizes = benchmarkCase.Parameters[nameof(StepBenchmarks.Sizes)] as string;
        BenchModel model = BenchModels.All.Single(candidate => candidate.Kind == kind && candidate.Sizes == sizes);
        return summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? (model.Info.WeightBytes / statistics.Mean).ToString("F1", CultureInfo.InvariantCulture)
            : "NA";
    }

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
