using System.Globalization;
using GhostGen.Bench.Models;
using GhostGen.Measuring.Machine;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Silence;

/// <summary>Times steps of all models with ordinary and with vanishing signals, in turn.</summary>
internal static class SilenceRun
{
    /// <summary>All models are gone through so many times: a disturbance of some seconds then spoils a part of each model's measurements and not all of one's.</summary>
    private const int Passes = 8;

    private const int RoundsPerPass = 8;

    /// <summary>Measures.</summary>
    /// <param name="models">The models.</param>
    /// <param name="progress">Told between measurements, never during one: a phase, how much of it is done, and how much there is.</param>
    public static SilenceResult Measure(IReadOnlyList<BenchModel> models, Action<string, int, int> progress)
    {
        var sets = new List<SignalSet>();
        for (int i = 0; i < models.Count; i++)
        {
            progress("settling", i, models.Count);
            sets.AddRange(SignalSet.Of(models[i]));
        }

        WarmUp.Run([.. sets.SelectMany(static set => set.Works)]);
        progress("settling", models.Count, models.Count);
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int i = 0; i < sets.Count; i++)
            {
                progress("measuring", (pass * sets.Count) + i, Passes * sets.Count);
                sets[i].Race.Measure(RoundsPerPass);
            }
        }

        progress("measuring", Passes * sets.Count, Passes * sets.Count);
        return new(
            SilenceResult.CurrentFormat,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MachineDescription.OfThisOne(),
            [.. sets.Select(SilenceTimes.Of)]);
    }
}
