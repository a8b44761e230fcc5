using System.Diagnostics;

namespace GhostGen.Samples.KeywordSpotting.Screens;

/// <summary>A bar that says how much of long work is done, in one line that is written again and again and taken away at the end.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Width = 40;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly TextWriter? terminal;
    private readonly string what;
    private readonly int all;
    private readonly long start = Stopwatch.GetTimestamp();
    private long lastWritten;

    /// <summary>Begins.</summary>
    /// <param name="console">Where to write to, if somebody is looking.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="all">How much there is to do.</param>
    public ProgressLine(SpotConsole console, string what, int all)
    {
        terminal = console.ErrorIsTerminal ? console.Error : null;
        this.what = what;
        this.all = all;
    }

    /// <summary>Says how much is done.</summary>
    public void Report(int done)
    {
        if (terminal is null || Stopwatch.GetElapsedTime(lastWritten) < Interval)
        {
            return;
        }

        lastWritten = Stopwatch.GetTimestamp();
        int filled = (int)((long)Width * done / all);
        double left = done == 0 ? 0 : Stopwatch.GetElapsedTime(start).TotalSeconds / done * (all - done);
        terminal.Write($"\r{what} {new string('━', filled)}{new string('╌', Width - filled)} {Numbers.Count(done)} of {Numbers.Count(all)}, {left:0} s left\e[K");
        terminal.Flush();
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (lastWritten != 0)
        {
            terminal?.Write("\r\e[K");
        }
    }
}
