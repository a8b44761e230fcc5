using GhostGen.Samples.KeywordSpotting.Commands;

namespace GhostGen.Samples.KeywordSpotting.CommandLine;

/// <summary>What follows a command: options as <c>--name value</c> or <c>--name=value</c> anywhere, and paths. After <c>--</c> there are only paths.</summary>
internal sealed class ParsedArguments
{
    private readonly Dictionary<CommandOption, string?> options = [];
    private readonly List<string> paths = [];

    private ParsedArguments()
    {
    }

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Reads what follows a command.</summary>
    /// <exception cref="UsageException">An option is none of the command's, has no value or two, or the number of paths is wrong.</exception>
    public static ParsedArguments Parse(SpotCommand command, IReadOnlyList<string> arguments)
    {
        var parsed = new ParsedArguments();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == "--")
            {
                parsed.paths.AddRange(arguments.Skip(i + 1));
                break;
            }

            if (!argument.StartsWith('-') || argument == "-")
            {
                parsed.paths.Add(argument);
                continue;
            }

            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? argument : argument[..equals];
            CommandOption option = command.Options.FirstOrDefault(option => option.Name == name)
                ?? throw new UsageException($"'{command.Name}' has no option '{name}'; {OptionsOf(command)} ('spot {command.Name} --help' says more.)");
            string? value = equals < 0 ? null : argument[(equals + 1)..];
            if (option.Value is null ? value is not null : value is null && ++i == arguments.Count)
            {
                throw new UsageException(option.Value is null ? $"{name} takes no value." : $"{name} needs a value: {name} {option.Value}.");
            }

            if (!parsed.options.TryAdd(option, option.Value is null ? null : value ?? arguments[i]))
            {
                throw new UsageException($"{name} is given twice.");
            }
        }

        return parsed.paths.Count >= command.LeastPaths && parsed.paths.Count <= command.MostPaths
            ? parsed
            : throw new UsageException($"'{command.Name}' {command.PathsExpected}; {(parsed.paths.Count == 0 ? "none is given" : $"there are {parsed.paths.Count}: {string.Join(", ", parsed.paths)}")}. ('spot {command.Name} --help' says more.)");
    }

    /// <summary>Whether an option is given.</summary>
    public bool Has(CommandOption option) => options.ContainsKey(option);

    /// <summary>The value of an option, or <see langword="null"/> where it is not given.</summary>
    public string? ValueOf(CommandOption option) => options.GetValueOrDefault(option);

    /// <summary>The value of an option, or its usual one.</summary>
    /// <exception cref="UsageException">It is no number, or lies outside the bounds.</exception>
    public double NumberOf(NumberOption option) => ValueOf(option) is { } text ? option.Parse(text) : option.Usual;

    private static string OptionsOf(SpotCommand command) =>
        command.Options.Count == 0 ? "it has none." : $"its options are {string.Join(", ", command.Options.Select(static option => option.Name))}.";
}
