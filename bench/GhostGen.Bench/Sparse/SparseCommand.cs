using System.CommandLine;
using GhostGen.Bench.Reports;

namespace GhostGen.Bench.Sparse;

/// <summary>The command <c>sparse</c>.</summary>
internal static class SparseCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var markdown = CommonOptions.Markdown();
        var command = new Command("sparse", "Compiles pruned models and compares them with twins that multiply with their zeros.") { json, markdown };
        command.SetAction(parsed =>
        {
            SparseResult result = ProgressDisplay.Show(SparseRun.Measure);
            Report report = new("Pruned models", result.Date, result.Machine, [SparseTable.Of(result)]);
            ConsoleReport.Write(report);
            ReportFile.Write(parsed.GetValue(json), JsonReport.Text, result);
            ReportFile.Write(parsed.GetValue(markdown), MarkdownReport.Text, report);
            return 0;
        });
        return command;
    }
}
