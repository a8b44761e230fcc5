using System.CommandLine;
using System.CommandLine.Parsing;

namespace GhostGen.Cli.Commands;

/// <summary>Options whose values are the members of an enumeration, in any case of letters.</summary>
internal static class Choice
{
    /// <summary>Makes such an option.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">What it chooses.</param>
    /// <param name="usual">What it is where nobody says.</param>
    public static Option<T> Of<T>(string name, string description, T usual)
        where T : struct, Enum => new(name)
        {
            Description = $"{description}: {string.Join(", ", Enum.GetNames<T>())}.",
            HelpName = typeof(T).Name.ToUpperInvariant(),
            DefaultValueFactory = _ => usual,
            CustomParser = result => Parse<T>(result, name),
        };

    /// <summary>Reads a member by its name. The framework's own parser also takes numbers and lists, and a list of two members is a third one.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (T known in Enum.GetValues<T>())
        {
            if (string.Equals(known.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static T Parse<T>(ArgumentResult result, string name)
        where T : struct, Enum
    {
        string text = result.Tokens[0].Value;
        if (!TryParse(text, out T value))
        {
            result.AddError($"{name} {text}: there is no such choice; the choices are {string.Join(", ", Enum.GetNames<T>())}.");
        }

        return value;
    }
}
