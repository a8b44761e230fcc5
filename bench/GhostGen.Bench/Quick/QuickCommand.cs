using System.CommandLine;
using GhostGen.Bench.Reports;
using Spectre.Console;

namespace GhostGen.Bench.Quick;

/// <summary>The command <c>quick</c>.</summary>
internal static class QuickCommand
{
    /// <summary>Wide enough for the widest table where the output is no terminal.</summary>
    private const int WidthOfFiles = 160;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Write machine and results to this file as JSON.", HelpName = "FILE" };
        var markdown = new Option<FileInfo?>("--markdown") { Description = "Write the tables to this file as Markdown.", HelpName = "FILE" };
        var plot = new Option<FileInfo?>("--plot") { Description = "Draw the times against the sizes into this file, as SVG.", HelpName = "FILE" };
        var cold = new Option<bool>("--cold") { Description = "Read 4 MB of other memory between steps and time single steps." };
        var peers = new Option<bool>("--peers") { Description = "Let ONNX Runtime and TensorPrimitives take part (gru only)." };
        var filter = new Option<string?>("--filter") { Description = "Only models whose title contains this text: 'ghost', '40x128', 'gru 1x'.", HelpName = "TEXT" };
        var command = new Command("quick", "Measures the machine and then all models, in under a minute.") { json, markdown, plot, cold, peers, filter };
        command.SetAction(parsed =>
        {
            var options = new QuickOptions(parsed.GetValue(cold), parsed.GetValue(peers), parsed.GetValue(filter));
            return Run(options, [(parsed.GetValue(json), QuickFile.Text), (parsed.GetValue(markdown), MarkdownReport.Text), (parsed.GetValue(plot), ShapePlot.Text)]);
        });
        return command;
    }

    private static int Run(QuickOptions options, (FileInfo? File, Func<QuickResult, string> Text)[] files)
    {
        if (QuickRun.Models(options.Filter).Count == 0)
        {
            AnsiConsole.WriteLine($"No model's title contains '{options.Filter}'. Titles are 'gru 40x128' or 'ghost_gru 40x128'; without --filter all are measured.");
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
        }

        QuickResult result = Measure(options);
        ConsoleReport.Write(AnsiConsole.Console, result);
        foreach ((FileInfo? file, Func<QuickResult, string> text) in files)
        {
            if (file is not null)
            {
                Write(file, text(result));
            }
        }

        return 0;
    }

    private static QuickResult Measure(QuickOptions options)
    {
        QuickResult? result = null;

        // Drawn between measurements only: a thread that refreshes the display would be timed along.
        AnsiConsole.Progress().AutoRefresh(false).Start(context =>
        {
            ProgressTask? task = null;
            result = QuickRun.Measure(options, (phase, done, all) =>
            {
                if (task?.Description != phase)
                {
                    task = context.AddTask(phase, maxValue: all);
                }

                task.Value = done;
                context.Refresh();
            });
        });
        return result!;
    }

    private static void Write(FileInfo file, string text)
    {
        file.Directory?.Create();
        File.WriteAllText(file.FullName, text);
        AnsiConsole.WriteLine($"Written: {file.FullName}");
    }
}
