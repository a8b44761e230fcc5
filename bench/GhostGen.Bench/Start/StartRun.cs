using System.Diagnostics;
using System.Globalization;
using GhostGen.Bench.Models;
using GhostGen.Measuring.Machine;

namespace GhostGen.Bench.Start;

/// <summary>Starts models in processes of their own: what a program compiles and lays out, it does once.</summary>
internal static class StartRun
{
    /// <summary>Starts each model so many times, all models in turn.</summary>
    /// <param name="models">The models.</param>
    /// <param name="processes">The processes per model.</param>
    /// <param name="progress">Told between processes: how many are done, and how many there are.</param>
    public static StartResult Measure(IReadOnlyList<BenchModel> models, int processes, Action<int, int> progress)
    {
        List<BenchModel> all = [.. BenchModels.All];
        List<StartSample>[] samples = [.. models.Select(static _ => new List<StartSample>())];
        for (int process = 0; process < processes; process++)
        {
            for (int i = 0; i < models.Count; i++)
            {
                progress((process * models.Count) + i, processes * models.Count);
                samples[i].Add(Start(StartProbe.Arguments(all.IndexOf(models[i]), models[i].Info.Parameters)));
            }
        }

        progress(processes * models.Count, processes * models.Count);
        return new(
            StartResult.CurrentFormat,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MachineDescription.OfThisOne(),
            processes,
            [.. models.Select((model, i) => StartTimes.Of(model, samples[i]))]);
    }

    private static StartSample Start(string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? StartSample.Parse(output)
            : throw new InvalidOperationException(FormattableString.Invariant($"A process that was to start a model ended with {process.ExitCode}."));
    }
}
