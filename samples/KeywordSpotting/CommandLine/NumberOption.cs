using System.Globalization;

namespace GhostGen.Samples.KeywordSpotting.CommandLine;

/// <summary>An option that is a number within bounds, written the same under every culture.</summary>
/// <param name="Name">Its name, with the dashes.</param>
/// <param name="Value">What its value is called.</param>
/// <param name="Description">What it sets.</param>
/// <param name="Usual">What it is where nobody says.</param>
/// <param name="Least">The least that it may be.</param>
/// <param name="Most">The most that it may be.</param>
internal sealed record NumberOption(string Name, string Value, string Description, double Usual, double Least, double Most)
    : CommandOption(Name, Value, string.Create(CultureInfo.InvariantCulture, $"{Description} ({Usual})."))
{
    /// <summary>Whether only whole numbers will do.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Reads a number.</summary>
    /// <exception cref="UsageException">It is none, or lies outside the bounds.</exception>
    public double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= Least && value <= Most && (!IsWhole || double.IsInteger(value))
            ? value
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{Name} {text}: a {(IsWhole ? "whole " : "")}number from {Least} to {Most} is expected."));
}
