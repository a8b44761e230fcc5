using System.CommandLine;
using GhostGen.Bench.Models;
using GhostGen.Bench.Reports;

namespace GhostGen.Bench.Start;

/// <summary>The command <c>start</c>.</summary>
internal static class StartCommand
{
    private const int DefaultProcesses = 7;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var markdown = CommonOptions.Markdown();
        var filter = CommonOptions.Filter();
        var processes = new Option<int>("--processes") { Description = "How many processes start each model.", HelpName = "N", DefaultValueFactory = static _ => DefaultProcesses };
        var command = new Command("start", "Starts each model in new processes: the first instance, the first steps.") { json, markdown, filter, processes };
        command.SetAction(parsed =>
        {
            IReadOnlyList<BenchModel> models = BenchModels.Matching(parsed.GetValue(filter));
            StartResult result = ProgressDisplay.Show(progress =>
                StartRun.Measure(models, parsed.GetValue(processes), (done, all) => progress("starting", done, all)));
            Report report = new("How models start", result.Date, result.Machine, [.. StartTable.Of(result)]);
            ConsoleReport.Write(report);
            ReportFile.Write(parsed.GetValue(json), JsonReport.Text, result);
            ReportFile.Write(parsed.GetValue(markdown), MarkdownReport.Text, report);
            return 0;
        });
        return command;
    }
}
