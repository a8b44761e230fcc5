using GhostGen.Bench.Models;
using GhostGen.Bench.Steps;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Aot;

/// <summary>What was measured for one model.</summary>
/// <param name="Kind">The kind of its layer: <c>gru</c>, or <c>ghost_gru</c> with ratio 2.</param>
/// <param name="Input">The input size.</param>
/// <param name="Hidden">The hidden size.</param>
/// <param name="Timings">A step of each variant.</param>
internal sealed record AotTimes(string Kind, int Input, int Hidden, IReadOnlyList<StepTime> Timings)
{
    /// <summary>Sums up all processes of all variants.</summary>
    /// <exception cref="InvalidOperationException">Variants that fuse multiply-adds alike do not compute the same bits.</exception>
    public static AotTimes Of(BenchModel model, IReadOnlyList<(StepsVariant Variant, IReadOnlyList<StepsTime> Times)> measured)
    {
        foreach (var alike in measured.GroupBy(static entry => entry.Variant.Expected.Fused))
        {
            if (alike.SelectMany(static entry => entry.Times).DistinctBy(static time => time.Digest).Count() > 1)
            {
                throw new InvalidOperationException($"{model.Title}: not all of {string.Join("; ", alike.Select(static entry => entry.Variant.Name))} compute the same bits.");
            }
        }

        return new(model.Kind, model.Info.InputSize, model.Info.OutputSize, [.. measured.Select(static entry => Sum(entry.Variant.Name, entry.Times))]);
    }

    /// <summary>The time of a variant, or <see langword="null"/> where the machine cannot run it.</summary>
    public double? Of(string variant) => Timings.FirstOrDefault(timing => timing.Contender == variant)?.Minimum;

    /// <summary>The time of a variant as a multiple of another's.</summary>
    public double? Ratio(string variant, string to) => Of(variant) / Of(to);

    private static StepTime Sum(string variant, IReadOnlyList<StepsTime> times) => new(
        variant,
        times.Min(static time => time.Time.Minimum),
        times.Select(static time => time.Time.Median).Order().ElementAt(times.Count / 2),
        times.Max(static time => time.Time.AllocatedBytes));
}
