using Spectre.Console;

namespace GhostGen.Bench.Reports;

/// <summary>Shows how far a measurement is.</summary>
internal static class ProgressDisplay
{
    /// <summary>Measures, with a bar for each phase.</summary>
    /// <param name="measure">What takes its time. It gets a method to call between measurements: a phase, how much of it is done, and how much there is.</param>
    public static T Show<T>(Func<Action<string, int, int>, T> measure) =>
        // Drawn between measurements only: a thread that refreshes the display would be timed along.
        AnsiConsole.Progress().AutoRefresh(false).Start(context =>
        {
            ProgressTask? task = null;
            return measure((phase, done, all) =>
            {
                if (task?.Description != phase)
                {
                    task = context.AddTask(phase, maxValue: all);
                }

                task.Value = done;
                context.Refresh();
            });
        });
}
