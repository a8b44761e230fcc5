using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GhostGen.Bench.Bdn;

/// <summary>The command <c>bdn</c>: BenchmarkDotNet, with its own arguments.</summary>
internal static class BenchmarkDotNetCommand
{
    private static readonly string[] allBenchmarks = ["--filter", "*"];

    /// <summary>It builds this project anew, generator and all compiled models included: more than the two minutes it allows by default on a busy machine.</summary>
    private static readonly TimeSpan buildTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("bdn", "Runs BenchmarkDotNet over all contenders; what follows are its own arguments, such as --filter '*GruStep*' or --job short.")
        {
            // They are BenchmarkDotNet's to understand.
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(static parsed => Run([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Run(string[] arguments)
    {
        var reads = new PlainReadTimes();
        IConfig config = DefaultConfig.Instance
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(
                new PrecisionColumn(),
                new ModelColumn("GB/s", "Bytes of the generated class's packed weights per nanosecond of the mean", "F1", static (model, mean) => model.WeightBytes / mean),
                new ModelColumn("Mean/read", "Mean as a multiple of a plain read of the same bytes", "F2", (model, mean) => mean / reads.Of(model)))
            .WithBuildTimeout(buildTimeout);

        // Without a filter it would ask which benchmarks to run.
        string[] all = arguments.Contains("--filter") || arguments.Contains("-f") ? arguments : [.. arguments, .. allBenchmarks];
        IEnumerable<Summary> summaries = BenchmarkSwitcher.FromTypes([typeof(GruStep), typeof(GhostGruStep)]).Run(all, config);
        return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
    }
}
