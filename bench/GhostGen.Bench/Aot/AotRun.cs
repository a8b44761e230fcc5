using System.Globalization;
using GhostGen.Bench.Models;
using GhostGen.Bench.Steps;
using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Aot;

/// <summary>Publishes the steps of all models in several ways, and times them in processes that take turns.</summary>
internal static class AotRun
{
    /// <summary>Measures.</summary>
    /// <param name="filter">A part of the titles of the models, or <see langword="null"/> for all.</param>
    /// <param name="processes">The processes of each variant.</param>
    /// <param name="progress">Told between builds and processes: a phase, how much of it is done, and how much there is.</param>
    /// <exception cref="PlatformNotSupportedException">The machine lacks what is compared.</exception>
    public static AotResult Measure(string? filter, int processes, Action<string, int, int> progress)
    {
        MachineDescription machine = MachineDescription.OfThisOne();
        if (machine.Architecture != "X64" || machine.VectorBits < 256 || !machine.Fused)
        {
            throw new PlatformNotSupportedException($"Instruction sets of x64 are compared up to AVX2 and FMA at least, and this process has {machine.VectorBits} bits on {machine.Architecture}.");
        }

        IReadOnlyList<StepsVariant> variants = StepsVariant.On(machine.VectorBits);
        List<IReadOnlyList<StepsTime>>[] runs = [.. variants.Select(static _ => new List<IReadOnlyList<StepsTime>>())];
        using var program = new StepsProgram();
        for (int i = 0; i < variants.Count; i++)
        {
            progress("publishing", i, variants.Count);
            program.Publish(variants[i]);
        }

        progress("publishing", variants.Count, variants.Count);
        for (int process = 0; process < processes; process++)
        {
            for (int i = 0; i < variants.Count; i++)
            {
                progress("measuring", (process * variants.Count) + i, processes * variants.Count);
                runs[i].Add(program.Run(variants[i], filter));
            }
        }

        progress("measuring", processes * variants.Count, processes * variants.Count);
        return new(
            AotResult.CurrentFormat,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            machine,
            processes,
            [.. BenchModels.Matching(filter).Select(model => AotTimes.Of(model, [.. variants.Zip(runs, (variant, times) => (variant, Of(model, times)))]))]);
    }

    private static IReadOnlyList<StepsTime> Of(BenchModel model, List<IReadOnlyList<StepsTime>> runs) =>
        [.. runs.SelectMany(static run => run).Where(time => time.Time.Contender == model.Title)];
}
