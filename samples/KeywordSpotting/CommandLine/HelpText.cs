using GhostGen.Samples.KeywordSpotting.Commands;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.CommandLine;

/// <summary>What there is to do, and how to say it.</summary>
internal static class HelpText
{
    /// <summary>Whether an argument asks for help.</summary>
    public static bool IsAskedFor(string argument) => argument is "--help" or "-h" or "-?";

    /// <summary>Writes what the program is and which commands it has.</summary>
    public static void Write(TextWriter output, IReadOnlyList<SpotCommand> commands)
    {
        output.WriteLine($"Spots the words {Words()} in sound.");
        output.WriteLine();
        output.WriteLine("Usage:");
        WriteColumns(output, commands.Select(static command => ($"spot {command.Name} {command.PathsName}".TrimEnd(), command.Description)));
        output.WriteLine();
        output.WriteLine("'spot COMMAND --help' shows the options of a command.");
    }

    /// <summary>Writes how a command is used.</summary>
    public static void Write(TextWriter output, SpotCommand command)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine($"  spot {command.Name} {(command.Options.Count == 0 ? "" : "[OPTIONS] ")}{command.PathsName}".TrimEnd());
        if (command.Options.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Options:");
            WriteColumns(output, command.Options.Select(static option => ($"{option.Name} {option.Value}".TrimEnd(), option.Description)));
        }

        if (command.Example is { } example)
        {
            output.WriteLine();
            output.WriteLine("Example:");
            output.WriteLine($"  {example}");
        }
    }

    private static string Words()
    {
        SpotterLabels labels = SpotterLabels.Compiled;
        string[] words = [.. labels.Names.Where((_, index) => labels.IsKeyword(index))];
        return $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    private static void WriteColumns(TextWriter output, IEnumerable<(string Left, string Right)> rows)
    {
        (string Left, string Right)[] all = [.. rows];
        int width = all.Max(static row => row.Left.Length) + 2;
        foreach ((string left, string right) in all)
        {
            output.WriteLine($"  {left.PadRight(width)}{right}");
        }
    }
}
