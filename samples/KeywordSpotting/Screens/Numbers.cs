using System.Globalization;

namespace GhostGen.Samples.KeywordSpotting.Screens;

/// <summary>Numbers as screens show them, the same under every culture.</summary>
internal static class Numbers
{
    /// <summary>A time in a recording: minutes and seconds, and hours where there are any.</summary>
    public static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds / 10:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}.{time.Milliseconds / 10:00}");

    /// <summary>How long something lasts, in seconds.</summary>
    public static string Seconds(double seconds) => seconds.ToString(seconds < 100 ? "N2" : "N0", CultureInfo.InvariantCulture) + " s";

    /// <summary>A count, with separators.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count of things, with their name.</summary>
    public static string Count(long value, string one, string many) => value == 1 ? $"1 {one}" : $"{(value == 0 ? "no" : Count(value))} {many}";

    /// <summary>A share, in per cent with one decimal.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A share that may be very small, in per cent with two digits that count.</summary>
    public static string SmallPercent(double share) => (100 * share).ToString(share >= 0.1 ? "0" : share >= 0.01 ? "0.0" : share >= 0.001 ? "0.00" : "0.000", CultureInfo.InvariantCulture) + " %";

    /// <summary>A ratio: whole from a hundred on.</summary>
    public static string Ratio(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    /// <summary>A value from 0 to 1, with two decimals.</summary>
    public static string Unit(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Microseconds, with one decimal.</summary>
    public static string Microseconds(double seconds) => (seconds * 1e6).ToString("N1", CultureInfo.InvariantCulture) + " µs";

    /// <summary>Bytes, in millions.</summary>
    public static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
