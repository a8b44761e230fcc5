using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GhostGen.Cli.Commands;

namespace GhostGen.Cli;

/// <summary>The tool <c>ghostgen</c>.</summary>
internal static class Tool
{
    /// <summary>How long an interrupt waits for what is being done to notice it. A warm-up of a slow model is not left before it is over.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Does what the command line says.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to write to.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, ToolConsole console)
    {
        // A root command is called what its process is called, which of an installed tool is the library that it starts.
        var root = new Command("ghostgen", "Inspects, converts, verifies and measures GRU and GhostGRU models, and shows the C# that they are compiled to.")
        {
            InspectCommand.Create(console),
            ConvertCommand.Create(console),
            VerifyCommand.Create(console),
            BenchCommand.Create(console),
            EmitCommand.Create(console),
            RedundancyCommand.Create(console),
            new HelpOption(),
            new VersionOption(),
        };
        ParseResult parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = LongestWait,
        };
        if (arguments.Count == 0)
        {
            root.Parse(["--help"]).Invoke(configuration);
            return ExitCodes.BadInput;
        }

        // Help and version are asked for beside anything else.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            ErrorLine.Write(console.Error, parsed.CommandResult.Command == root ? NoCommand(root, arguments[0]) : $"{parsed.Errors[0].Message} ('ghostgen {parsed.CommandResult.Command.Name} --help' says more.)");
            return ExitCodes.BadInput;
        }

        return parsed.Invoke(configuration);
    }

    private static string NoCommand(Command root, string argument) =>
        $"there is no command '{argument}'; the commands are {string.Join(", ", root.Subcommands.Select(static command => command.Name))}.";
}
