using System.CommandLine;
using GhostGen.Cli.Plotting;

namespace GhostGen.Cli.Commands;

/// <summary>Where a command draws its plot.</summary>
internal sealed class PlotOption
{
    private readonly string command;
    private readonly Option<string?> plot;
    private readonly Option<bool> none = new("--no-plot") { Description = "Draw no plot." };

    /// <summary>Adds the options to a command.</summary>
    public PlotOption(Command command)
    {
        this.command = command.Name;
        plot = new("--plot") { Description = $"Where to draw the plot, *.svg or *.png (NAME.{command.Name}.svg in the current folder).", HelpName = "FILE" };
        command.Add(plot);
        command.Add(none);
    }

    /// <summary>The file, or <see langword="null"/> for none.</summary>
    /// <exception cref="ToolException">No plot can be written there.</exception>
    public string? PathOf(ParseResult parsed, string model) =>
        parsed.GetValue(none) ? null : PlotFile.Checked(parsed.GetValue(plot) ?? PlotFile.Usual(model, command));
}
