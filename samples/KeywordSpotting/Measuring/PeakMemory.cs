using System.Globalization;

namespace GhostGen.Samples.KeywordSpotting.Measuring;

/// <summary>The most memory that the process has had at once.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string HighWaterMark = "VmHWM:";

    /// <summary>Its bytes; <see langword="null"/> where the system does not say.</summary>
    public static long? Bytes()
    {
        string? line = File.Exists(Status) ? Array.Find(File.ReadAllLines(Status), static line => line.StartsWith(HighWaterMark, StringComparison.Ordinal)) : null;
        string? kibibytes = line?[HighWaterMark.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return long.TryParse(kibibytes, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value * 1024 : null;
    }
}
