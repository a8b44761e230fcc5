using GhostGen.Bench.Silence;
using GhostGen.Modeling;

namespace GhostGen.Bench.Reports;

/// <summary>Lays out how steps take vanishing signals as tables, one per kind of layer.</summary>
internal static class SilenceTable
{
    private static readonly string[] headers =
        ["in → hidden", "Step", "silence", "denormal input", "Step, no biases", "silence", "small", "underflow", "denormal", "denormal states"];

    /// <summary>The tables of a result.</summary>
    public static IEnumerable<ReportTable> Of(SilenceResult result)
    {
        foreach (IGrouping<string, SilenceTimes> kind in result.Models.GroupBy(static model => model.Kind))
        {
            string ratio = kind.Key == GhostGruShape.KindName ? ", ratio 2" : string.Empty;
            yield return new(
                FormattableString.Invariant($"{kind.Key}{ratio}: nanoseconds per step with ordinary signals, minimum; other signals as multiples of it, * where above {SilenceResult.LargestRatio:F2}"),
                headers,
                [.. kind.Select(Row)]);
        }
    }

    private static IReadOnlyList<string> Row(SilenceTimes model) =>
    [
        FormattableString.Invariant($"{model.Input} → {model.Hidden}{(model.FastActivations ? ", fast" : string.Empty)}"),
        NumberText.Nanoseconds(model.Of(SignalNames.Ordinary).Minimum),
        NumberText.Marked(model.Ratio(SignalNames.Silence, to: SignalNames.Ordinary), SilenceResult.LargestRatio),
        NumberText.Marked(model.Ratio(SignalNames.DenormalInput, to: SignalNames.Ordinary), SilenceResult.LargestRatio),
        NumberText.Nanoseconds(model.Of(SignalNames.OrdinaryUnbiased).Minimum),
        NumberText.Marked(model.Ratio(SignalNames.SilenceUnbiased, to: SignalNames.OrdinaryUnbiased), SilenceResult.LargestRatio),
        NumberText.Marked(model.Ratio(SignalNames.SmallUnbiased, to: SignalNames.OrdinaryUnbiased), SilenceResult.LargestRatio),
        NumberText.Marked(model.Ratio(SignalNames.UnderflowUnbiased, to: SignalNames.OrdinaryUnbiased), SilenceResult.LargestRatio),
        NumberText.Marked(model.Ratio(SignalNames.DenormalUnbiased, to: SignalNames.OrdinaryUnbiased), SilenceResult.LargestRatio),
        NumberText.Percent(model.Signals.Max(static signal => signal.DenormalStates)),
    ];
}
