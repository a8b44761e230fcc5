using Spectre.Console;

namespace GhostGen.Cli.Screens;

/// <summary>Shows how far long work is, on standard error, where somebody is looking at it.</summary>
internal static class ToolProgress
{
    /// <summary>Works, with a bar for each phase, and takes the bars away at the end.</summary>
    /// <param name="console">Where to show them.</param>
    /// <param name="work">What takes its time. It gets a method to call now and then: a phase, how much of it is done, and how much there is.</param>
    public static T Show<T>(ToolConsole console, Func<Action<string, int, int>, T> work)
    {
        if (!console.ErrorIsTerminal)
        {
            return work(static (_, _, _) => { });
        }

        // Drawn when work says so: a thread that refreshes the display would be timed along.
        return console.Progress.Progress().AutoRefresh(false).AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                ProgressTask? task = null;
                return work((phase, done, all) =>
                {
                    if (task?.Description != phase)
                    {
                        // The next phase begins where the last one is over.
                        task?.Value(task.MaxValue);
                        task = context.AddTask(phase, maxValue: all);
                    }

                    task.Value = done;
                    context.Refresh();
                });
            });
    }
}
