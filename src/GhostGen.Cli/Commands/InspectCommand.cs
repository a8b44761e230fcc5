using System.CommandLine;
using GhostGen.Cli.Inspecting;
using GhostGen.Cli.Screens;

namespace GhostGen.Cli.Commands;

/// <summary>The command <c>inspect</c>.</summary>
internal static class InspectCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("inspect", "Shows layers, costs, bytes per precision, what ghosts save, and how weights are distributed.");
        var model = new ModelOptions(command);
        Option<bool> json = CommandAction.Json();
        command.Add(json);
        command.Does(console, (parsed, _) =>
        {
            InspectResult result = InspectResult.Of(model.Load(parsed));
            if (parsed.GetValue(json))
            {
                console.Output.WriteLine(JsonText.Of(result));
            }
            else
            {
                InspectScreen.Write(console.Screen, result);
            }

            return ExitCodes.Good;
        });
        return command;
    }
}
