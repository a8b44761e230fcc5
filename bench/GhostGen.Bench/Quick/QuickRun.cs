using System.Globalization;
using GhostGen.Bench.Contenders;
using GhostGen.Bench.Models;
using GhostGen.Measuring.Machine;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Quick;

/// <summary>The whole quick measurement.</summary>
internal static class QuickRun
{
    /// <summary>All models are gone through so many times, so that a disturbance of some seconds spoils a part of each model's measurements and not all of one's.</summary>
    private const int Passes = 6;

    private const int HotRoundsPerPass = 8;

    /// <summary>A single cold step is soon measured, and scatters more.</summary>
    private const int ColdRoundsPerPass = 25;

    /// <summary>Measures the machine and then the models.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="progress">Told between measurements, never during one: a phase, how much of it is done, and how much there is.</param>
    public static QuickResult Measure(QuickOptions options, Action<string, int, int> progress)
    {
        IReadOnlyList<BenchModel> models = BenchModels.Matching(options.Filter);
        progress("machine", 0, 1);
        MachineLimits limits = MachineMeter.Measure();
        progress("machine", 1, 1);

        var contenders = new List<ContenderSet>();
        try
        {
            foreach (BenchModel model in models)
            {
                progress("preparing and checking", contenders.Count, models.Count);
                contenders.Add(ContenderSet.Create(model, options.Peers, hot: !options.Cold));
            }

            WarmUp.Run([.. contenders.SelectMany(static set => set.Works)]);
            progress("preparing and checking", models.Count, models.Count);
            return new(
                QuickResult.CurrentFormat,
                options.Cold ? QuickResult.Cold : QuickResult.Hot,
                DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                MachineDescription.OfThisOne(),
                limits,
                options.Cold ? MeasureCold(contenders, progress) : MeasureHot(contenders, progress));
        }
        finally
        {
            contenders.ForEach(static set => set.Dispose());
        }
    }

    private static List<ShapeResult> MeasureHot(List<ContenderSet> contenders, Action<string, int, int> progress)
    {
        List<RoundRobin> races = contenders.ConvertAll(static set => new RoundRobin(set.Works));
        InPasses(races, race => race.Measure(HotRoundsPerPass), progress);
        return [.. contenders.Zip(races, static (set, race) => ShapeResult.Of(set, race.Results()))];
    }

    private static List<ShapeResult> MeasureCold(List<ContenderSet> contenders, Action<string, int, int> progress)
    {
        List<ColdCaches> races = contenders.ConvertAll(static set => new ColdCaches(set.Works));
        InPasses(races, race => race.Measure(ColdRoundsPerPass), progress);
        return [.. contenders.Zip(races, static (set, race) => ShapeResult.Of(set, race.Results()))];
    }

    private static void InPasses<T>(List<T> races, Action<T> measure, Action<string, int, int> progress)
    {
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int i = 0; i < races.Count; i++)
            {
                progress("measuring", (pass * races.Count) + i, Passes * races.Count);
                measure(races[i]);
            }
        }

        progress("measuring", Passes * races.Count, Passes * races.Count);
    }
}
