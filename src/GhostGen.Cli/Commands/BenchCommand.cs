using System.CommandLine;
using GhostGen.Cli.Benching;
using GhostGen.Cli.Screens;
using GhostGen.Compiling;

namespace GhostGen.Cli.Commands;

/// <summary>The command <c>bench</c>.</summary>
internal sealed class BenchCommand
{
    private readonly Option<int> rounds = NumberOption.Of("--rounds", "How often each contender is measured", 48, 1, 100_000);
    private readonly Option<bool> json = CommandAction.Json();
    private readonly ModelOptions model;
    private readonly CompileOptions compile;
    private readonly PlotOption plot;
    private readonly ToolConsole console;

    private BenchCommand(Command command, ToolConsole console)
    {
        this.console = console;
        model = new(command);
        compile = new(command);
        plot = new(command);
        command.Add(rounds);
        command.Add(json);
    }

    /// <summary>Describes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("bench", "Times the compiled model against generic code and the reference on this machine, with the roofline.");
        var bench = new BenchCommand(command, console);
        command.Does(console, bench.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        LoadedModel loaded = model.Load(parsed);
        ModelCase compiled = compile.CaseOf(parsed, loaded.Manifest);
        string? path = plot.PathOf(parsed, loaded.Manifest.Shape.Name);
        BenchResult result = ToolProgress.Show(console, progress => new BenchRun(compiled, parsed.GetValue(rounds), progress, cancellation).Measure(loaded.Path)) with { Plot = path };
        if (path is not null)
        {
            RooflinePlot.Save(path, result);
        }

        if (parsed.GetValue(json))
        {
            console.Output.WriteLine(JsonText.Of(result));
        }
        else
        {
            BenchScreen.Write(console.Screen, result);
        }

        return ExitCodes.Good;
    }
}
