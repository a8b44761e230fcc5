using System.Globalization;
using GhostGen.Bench.Contenders;
using GhostGen.Measuring.Machine;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Sparse;

/// <summary>Measures pruned models with and without their blocks of zeros, in turn.</summary>
internal static class SparseRun
{
    private const int Passes = 6;

    private const int RoundsPerPass = 8;

    /// <summary>Measures all cases.</summary>
    /// <param name="progress">Told between measurements: a phase, how much of it is done, and how much there is.</param>
    public static SparseResult Measure(Action<string, int, int> progress)
    {
        IReadOnlyList<SparseCase> cases = SparseCase.All;
        var twins = new List<SparseTwins>();
        foreach (SparseCase pruned in cases)
        {
            progress("compiling and checking", twins.Count, cases.Count);
            twins.Add(pruned.Create());
        }

        List<Work[]> works = twins.ConvertAll(Works);
        WarmUp.Run([.. works.SelectMany(static all => all)]);
        List<RoundRobin> races = works.ConvertAll(static all => new RoundRobin(all));
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int i = 0; i < races.Count; i++)
            {
                progress("measuring", (pass * races.Count) + i, Passes * races.Count);
                races[i].Measure(RoundsPerPass);
            }
        }

        progress("measuring", Passes * races.Count, Passes * races.Count);
        return new(
            SparseResult.CurrentFormat,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MachineDescription.OfThisOne(),
            [.. cases.Select((pruned, i) => Times(pruned, twins[i], races[i]))]);
    }

    private static Work[] Works(SparseTwins twins) =>
    [
        ModelWork.Step(SparseTimes.Dense + SparseTimes.Step, twins.Dense),
        ModelWork.Step(SparseTimes.Sparse + SparseTimes.Step, twins.Sparse),
        ModelWork.Run(SparseTimes.Dense + SparseTimes.Run, twins.Dense),
        ModelWork.Run(SparseTimes.Sparse + SparseTimes.Run, twins.Sparse),
        ModelWork.Batch(SparseTimes.Dense + SparseTimes.Batch, twins.DenseBatch),
        ModelWork.Batch(SparseTimes.Sparse + SparseTimes.Batch, twins.SparseBatch),
    ];

    private static SparseTimes Times(SparseCase pruned, SparseTwins twins, RoundRobin race) => new(
        pruned.Shape.Kind,
        pruned.Shape.Info.InputSize,
        pruned.Shape.Info.OutputSize,
        pruned.Block,
        pruned.Zeros,
        twins.Dense.Info.WeightBytes,
        twins.Sparse.Info.WeightBytes,
        race.Results());
}
