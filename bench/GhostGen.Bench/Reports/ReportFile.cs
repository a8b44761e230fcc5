using Spectre.Console;

namespace GhostGen.Bench.Reports;

/// <summary>Writes what was measured to a file.</summary>
internal static class ReportFile
{
    /// <summary>Writes <paramref name="result"/> if there is a file to write it to, and says so.</summary>
    public static void Write<T>(FileInfo? file, Func<T, string> text, T result)
    {
        if (file is not null)
        {
            file.Directory?.Create();
            File.WriteAllText(file.FullName, text(result));
            AnsiConsole.WriteLine($"Written: {file.FullName}");
        }
    }
}
