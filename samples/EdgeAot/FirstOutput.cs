using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace EdgeAot;

/// <summary>
/// Measures the time from the start of a process to its first output: this program starts itself and hands the new process the time at
/// which it did so. The clock is the same for all processes of a machine.
/// </summary>
internal static class FirstOutput
{
    /// <summary>The argument that makes the program such a new process; the time follows.</summary>
    internal const string Argument = "--started-at";

    private const int Processes = 11;

    /// <summary>The milliseconds since <paramref name="startedAt"/>.</summary>
    internal static string Elapsed(string startedAt) =>
        Stopwatch.GetElapsedTime(long.Parse(startedAt, CultureInfo.InvariantCulture)).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The median over several processes, in words; an emulator that runs this program for another machine may not be able to start it.</summary>
    internal static string Median()
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture, $"{MedianMilliseconds():0.0} ms after the start of the process");
        }
        catch (Win32Exception exception)
        {
            return $"not measured: the program cannot start itself here ({exception.Message})";
        }
    }

    private static double MedianMilliseconds()
    {
        var times = new double[Processes];
        foreach (ref double time in times.AsSpan())
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            start.ArgumentList.Add(Argument);
            start.ArgumentList.Add(Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
            using Process process = Process.Start(start)!;
            time = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
            process.WaitForExit();
        }

        Array.Sort(times);
        return times[Processes / 2];
    }
}
