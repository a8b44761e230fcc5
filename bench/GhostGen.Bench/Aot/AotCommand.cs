using System.CommandLine;
using GhostGen.Bench.Reports;

namespace GhostGen.Bench.Aot;

/// <summary>The command <c>aot</c>.</summary>
internal static class AotCommand
{
    private const int DefaultProcesses = 12;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var markdown = CommonOptions.Markdown();
        var filter = CommonOptions.Filter();
        var processes = new Option<int>("--processes") { Description = "How many processes of each build time the models.", HelpName = "N", DefaultValueFactory = static _ => DefaultProcesses };
        var command = new Command("aot", "Publishes the models with NativeAOT for several instruction sets, and compares their steps with the JIT's.") { json, markdown, filter, processes };
        command.SetAction(parsed =>
        {
            AotResult result = ProgressDisplay.Show(progress => AotRun.Measure(parsed.GetValue(filter), parsed.GetValue(processes), progress));
            Report report = new("NativeAOT against the JIT", result.Date, result.Machine, [.. AotTable.Of(result)]);
            ConsoleReport.Write(report);
            ReportFile.Write(parsed.GetValue(json), JsonReport.Text, result);
            ReportFile.Write(parsed.GetValue(markdown), MarkdownReport.Text, report);
            return 0;
        });
        return command;
    }
}
