using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace GhostGen.Cli.Commands;

/// <summary>Options that are numbers within bounds, written the same under every culture.</summary>
internal static class NumberOption
{
    /// <summary>Makes such an option.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="usual">What it is where nobody says.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    public static Option<T> Of<T>(string name, string description, T usual, T least, T most)
        where T : INumber<T> => new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} ({usual})."),
            HelpName = "NUMBER",
            DefaultValueFactory = _ => usual,
            CustomParser = result => Parse(result, name, least, most),
        };

    private static T? Parse<T>(ArgumentResult result, string name, T least, T most)
        where T : INumber<T>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T? value) && value >= least && value <= most)
        {
            return value;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: a{(typeof(T) == typeof(int) ? " whole" : "")} number from {least} to {most} is expected."));
        return default;
    }
}
