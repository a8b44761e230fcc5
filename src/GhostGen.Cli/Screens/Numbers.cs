using System.Globalization;

namespace GhostGen.Cli.Screens;

/// <summary>Numbers as screens show them, the same under every culture.</summary>
internal static class Numbers
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "-";

    private const double BytesPerUnit = 1024;

    /// <summary>A count, with separators.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Bytes, in the unit that suits them.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < BytesPerUnit => Format(bytes, "0") + " B",
        < BytesPerUnit * BytesPerUnit => Format(bytes / BytesPerUnit, "0.0") + " KiB",
        _ => Format(bytes / (BytesPerUnit * BytesPerUnit), "0.00") + " MiB",
    };

    /// <summary>A share, in per cent: without decimals, but with one below ten.</summary>
    public static string Percent(double share) => Format(100 * share, Math.Abs(share) is > 0 and < 0.0995 ? "0.0" : "0") + " %";

    /// <summary>A difference: two digits and a power of ten; 0 where there is none.</summary>
    public static string Difference(double? value) => value switch
    {
        null => None,
        0 => "0",
        _ => Format(value.Value, "0.0e-0"),
    };

    /// <summary>A weight or the like, to three digits.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.001 or >= 100_000 => Format(value, "0.0e-0"),
        < 1 => Format(value, "0.000"),
        < 100 => Format(value, "0.00"),
        _ => Format(value, "0"),
    };

    /// <summary>Nanoseconds: whole from 100 on, with separators.</summary>
    public static string Nanoseconds(double value) => Format(value, value < 100 ? "F1" : "N0");

    /// <summary>A ratio with two decimals, or fewer where it is large.</summary>
    public static string Ratio(double value) => Format(value, value < 9.995 ? "F2" : value < 99.95 ? "F1" : "N0");

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
