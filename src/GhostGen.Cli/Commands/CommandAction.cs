using System.CommandLine;

namespace GhostGen.Cli.Commands;

/// <summary>Gives commands what all of them do the same way.</summary>
internal static class CommandAction
{
    /// <summary>The option <c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON." };

    /// <summary>Sets what a command does. An exception becomes a line on standard error and an exit code; an interrupt cancels.</summary>
    /// <param name="command">The command.</param>
    /// <param name="console">Where it writes to.</param>
    /// <param name="work">What it does; returns the exit code.</param>
    public static void Does(this Command command, ToolConsole console, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(console, parsed, work, cancellation), CancellationToken.None));

    private static int Run(ToolConsole console, ParseResult parsed, Func<ParseResult, CancellationToken, int> work, CancellationToken cancellation)
    {
        try
        {
            return work(parsed, cancellation);
        }
#pragma warning disable CA1031 // Whatever happens is said in one line; a trace of the stack is for those who ask for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ErrorLine.Write(console.Error, exception);
        }
    }
}
