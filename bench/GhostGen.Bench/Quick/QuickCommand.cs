using System.CommandLine;
using GhostGen.Bench.Reports;

namespace GhostGen.Bench.Quick;

/// <summary>The command <c>quick</c>.</summary>
internal static class QuickCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var markdown = CommonOptions.Markdown();
        var plot = new Option<FileInfo?>("--plot") { Description = "Draw the times against the sizes into this file, as SVG.", HelpName = "FILE" };
        var cold = new Option<bool>("--cold") { Description = "Read 4 MB of other memory between steps and time single steps." };
        var peers = new Option<bool>("--peers") { Description = "Let ONNX Runtime, TensorPrimitives and, where built in, TorchSharp take part (gru only)." };
        var filter = CommonOptions.Filter();
        var command = new Command("quick", "Measures the machine and then all models, in under a minute.") { json, markdown, plot, cold, peers, filter };
        command.SetAction(parsed =>
        {
            var options = new QuickOptions(parsed.GetValue(cold), parsed.GetValue(peers), parsed.GetValue(filter));
            return Run(options, [(parsed.GetValue(json), JsonReport.Text), (parsed.GetValue(markdown), static result => MarkdownReport.Text(QuickReport.Of(result))), (parsed.GetValue(plot), ShapePlot.Text)]);
        });
        return command;
    }

    private static int Run(QuickOptions options, (FileInfo? File, Func<QuickResult, string> Text)[] files)
    {
        QuickResult result = ProgressDisplay.Show(progress => QuickRun.Measure(options, progress));
        ConsoleReport.Write(QuickReport.Of(result));
        foreach ((FileInfo? file, Func<QuickResult, string> text) in files)
        {
            ReportFile.Write(file, text, result);
        }

        return 0;
    }
}
