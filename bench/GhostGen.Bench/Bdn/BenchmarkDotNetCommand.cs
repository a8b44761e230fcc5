using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;

namespace GhostGen.Bench.Bdn;

/// <summary>The command <c>bdn</c>: BenchmarkDotNet, with its own arguments.</summary>
internal static class BenchmarkDotNetCommand
{
    private static readonly string[] allBenchmarks = ["--filter", "*"];

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
        IConfig config = DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default).AddColumn(new ReadBandwidthColumn());

        // Without a filter it would ask which benchmarks to run.
        string[] all = arguments.Contains("--filter") || arguments.Contains("-f") ? arguments : [.. arguments, .. allBenchmarks];
        IEnumerable<BenchmarkDotNet.Reports.Summary> summaries = BenchmarkSwitcher.FromTypes([typeof(GruStep), typeof(GhostGruStep)]).Run(all, config);
        return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
    }
}
