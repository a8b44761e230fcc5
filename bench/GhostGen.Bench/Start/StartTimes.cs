using GhostGen.Bench.Models;

namespace GhostGen.Bench.Start;

/// <summary>How one model starts, over all processes that started it. Times are in nanoseconds.</summary>
/// <param name="Kind">The kind of its layer: <c>gru</c>, or <c>ghost_gru</c> with ratio 2.</param>
/// <param name="Input">The input size.</param>
/// <param name="Hidden">The hidden size.</param>
/// <param name="WeightBytes">The bytes of packed weights.</param>
/// <param name="Median">The middle of each figure.</param>
/// <param name="Minimum">The least of each figure: the least disturbed, and not all of one process.</param>
/// <param name="SecondToSteady">The second step as a multiple of the steady state of its own process; the middle of all processes.</param>
internal sealed record StartTimes(string Kind, int Input, int Hidden, long WeightBytes, StartSample Median, StartSample Minimum, double SecondToSteady)
{
    /// <summary>Sums up the processes of one model.</summary>
    public static StartTimes Of(BenchModel model, IReadOnlyList<StartSample> samples)
    {
        return new(
            model.Kind,
            model.Info.InputSize,
            model.Info.OutputSize,
            model.Info.WeightBytes,
            Each(static sorted => sorted[sorted.Length / 2]),
            Each(static sorted => sorted[0]),
            samples.Select(static sample => (double)sample.SecondStep / sample.SteadyStep).Order().ElementAt(samples.Count / 2));

        StartSample Each(Func<long[], long> choose)
        {
            long Of(Func<StartSample, long> figure) => choose([.. samples.Select(figure).Order()]);
            return new(
                Of(static sample => sample.Weights),
                Of(static sample => sample.WeightsMethods),
                Of(static sample => sample.WeightsCompilation),
                Of(static sample => sample.Instance),
                Of(static sample => sample.InstanceMethods),
                Of(static sample => sample.InstanceCompilation),
                Of(static sample => sample.FirstStep),
                Of(static sample => sample.StepMethods),
                Of(static sample => sample.StepCompilation),
                Of(static sample => sample.SecondStep),
                Of(static sample => sample.SteadyStep));
        }
    }
}
