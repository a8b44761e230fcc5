using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.KeywordSpotting.Commands;

namespace GhostGen.Samples.KeywordSpotting;

/// <summary>The program <c>spot</c>.</summary>
internal static class SpotApplication
{
    private static readonly SpotCommand[] Commands = [new DetectCommand(), new ListenCommand(), new EvaluateCommand(), new LatencyCommand()];

    /// <summary>Does what the command line says.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">What to read from and write to.</param>
    /// <param name="interrupted">Ends a stream, or work that takes long.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, SpotConsole console, CancellationToken interrupted)
    {
        try
        {
            if (arguments.Count == 0 || HelpText.IsAskedFor(arguments[0]))
            {
                HelpText.Write(console.Output, Commands);
                return arguments.Count == 0 ? ExitCodes.BadUsage : ExitCodes.Good;
            }

            SpotCommand command = Array.Find(Commands, command => command.Name == arguments[0])
                ?? throw new UsageException($"there is no command '{arguments[0]}'; the commands are {string.Join(", ", Commands.Select(static command => command.Name))}.");
            if (arguments.Any(HelpText.IsAskedFor))
            {
                HelpText.Write(console.Output, command);
                return ExitCodes.Good;
            }

            return command.Run(ParsedArguments.Parse(command, [.. arguments.Skip(1)]), console, interrupted);
        }
        catch (UsageException exception)
        {
            return Refuse(console, exception.Message, ExitCodes.BadUsage);
        }
        catch (OperationCanceledException)
        {
            return Refuse(console, "ended before it was done.", ExitCodes.Interrupted);
        }
        catch (FileNotFoundException exception)
        {
            return Refuse(console, $"{exception.FileName}: there is no such file.", ExitCodes.BadInput);
        }
        catch (Exception exception) when (exception is InputException or WavException or IOException or UnauthorizedAccessException)
        {
            return Refuse(console, exception.Message, ExitCodes.BadInput);
        }
    }

    private static int Refuse(SpotConsole console, string message, int code)
    {
        console.Error.WriteLine("spot: " + message.ReplaceLineEndings(" "));
        return code;
    }
}
