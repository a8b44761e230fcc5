using System.Globalization;

namespace GhostGen.Bench.Reports;

/// <summary>Numbers as tables show them, the same under every culture.</summary>
internal static class NumberText
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    /// <summary>Nanoseconds: whole from 100 on, with separators.</summary>
    public static string Nanoseconds(double? value) => Format(value, value < 100 ? "F1" : "N0");

    /// <summary>A ratio with two decimals.</summary>
    public static string Ratio(double? value) => Format(value, "F2");

    /// <summary>A ratio with two decimals, and an asterisk where it is above <paramref name="largest"/>.</summary>
    public static string Marked(double? value, double largest) => Ratio(value) + (value > largest ? " *" : string.Empty);

    /// <summary>A share, in whole per cent.</summary>
    public static string Percent(double? share) => share is { } value ? Format(100 * value, "N0") + " %" : None;

    /// <summary>A count or a rate that needs no decimals.</summary>
    public static string Whole(double? value) => Format(value, "N0");

    /// <summary>A number with one decimal.</summary>
    public static string Tenths(double? value) => Format(value, "N1");

    /// <summary>A small number with two digits and a power of ten.</summary>
    public static string Power(double? value) => Format(value, "0.0e-0");

    private static string Format(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? None;
}
