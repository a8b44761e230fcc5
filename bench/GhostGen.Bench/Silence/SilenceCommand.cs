using System.CommandLine;
using GhostGen.Bench.Models;
using GhostGen.Bench.Reports;

namespace GhostGen.Bench.Silence;

/// <summary>The command <c>silence</c>.</summary>
internal static class SilenceCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var markdown = CommonOptions.Markdown();
        var filter = CommonOptions.Filter();
        var command = new Command("silence", "Compares steps with ordinary signals and with silent and denormal ones.") { json, markdown, filter };
        command.SetAction(parsed =>
        {
            IReadOnlyList<BenchModel> models = BenchModels.Matching(parsed.GetValue(filter));
            SilenceResult result = ProgressDisplay.Show(progress => SilenceRun.Measure(models, progress));
            Report report = new("Silence and denormals", result.Date, result.Machine, [.. SilenceTable.Of(result)]);
            ConsoleReport.Write(report);
            ReportFile.Write(parsed.GetValue(json), JsonReport.Text, result);
            ReportFile.Write(parsed.GetValue(markdown), MarkdownReport.Text, report);
            return 0;
        });
        return command;
    }
}
