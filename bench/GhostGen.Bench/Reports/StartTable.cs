using GhostGen.Bench.Start;
using GhostGen.Modeling;

namespace GhostGen.Bench.Reports;

/// <summary>Lays out how models start as tables, one per kind of layer.</summary>
internal static class StartTable
{
    private const double NanosecondsPerMillisecond = 1e6;

    private static readonly string[] Headers =
        ["in → hidden", "KiB", "weights, ms", "least", "methods", "instance, ms", "least", "methods", "first Step, ms", "least", "all, ms", "second Step, ns", "steady, ns", "second/steady"];

    /// <summary>The tables of a result.</summary>
    public static IEnumerable<ReportTable> Of(StartResult result)
    {
        foreach (IGrouping<string, StartTimes> kind in result.Models.GroupBy(static model => model.Kind))
        {
            string ratio = kind.Key == GhostGruShape.KindName ? ", ratio 2" : string.Empty;
            yield return new(
                FormattableString.Invariant($"{kind.Key}{ratio}: from nothing to steady state; medians of {result.Processes} processes"),
                Headers,
                [.. kind.Select(Row)]);
        }
    }

    private static IReadOnlyList<string> Row(StartTimes model) =>
    [
        FormattableString.Invariant($"{model.Input} → {model.Hidden}"),
        NumberText.Tenths(model.WeightBytes / 1024.0),
        Milliseconds(model.Median.Weights),
        Milliseconds(model.Minimum.Weights),
        NumberText.Whole(model.Median.WeightsMethods),
        Milliseconds(model.Median.Instance),
        Milliseconds(model.Minimum.Instance),
        NumberText.Whole(model.Median.InstanceMethods),
        Milliseconds(model.Median.FirstStep),
        Milliseconds(model.Minimum.FirstStep),
        Milliseconds(model.Median.Weights + model.Median.Instance + model.Median.FirstStep),
        NumberText.Nanoseconds(model.Median.SecondStep),
        NumberText.Nanoseconds(model.Median.SteadyStep),
        NumberText.Ratio(model.SecondToSteady),
    ];

    private static string Milliseconds(long nanoseconds) => NumberText.Ratio(nanoseconds / NanosecondsPerMillisecond);
}
