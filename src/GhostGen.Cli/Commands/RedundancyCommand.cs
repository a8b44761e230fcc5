using System.CommandLine;
using GhostGen.Cli.Data;
using GhostGen.Cli.Redundancy;
using GhostGen.Cli.Screens;
using GhostGen.Manifests;

namespace GhostGen.Cli.Commands;

/// <summary>The command <c>redundancy</c>.</summary>
internal sealed class RedundancyCommand
{
    private readonly Option<string> input = new("--input") { Description = $"The sequences to run over: {SampleFile.Known}.", HelpName = "DATA", Required = true };
    private readonly Option<bool> json = CommandAction.Json();
    private readonly ModelOptions model;
    private readonly PlotOption plot;
    private readonly ToolConsole console;

    private RedundancyCommand(Command command, ToolConsole console)
    {
        this.console = console;
        model = new(command);
        command.Add(input);
        plot = new(command);
        command.Add(json);
    }

    /// <summary>Describes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("redundancy", "Shows how redundant the hidden states are over real sequences, and the ratio of ghosts that this suggests.");
        var redundancy = new RedundancyCommand(command, console);
        command.Does(console, redundancy.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        LoadedModel loaded = model.Load(parsed);
        ModelManifest manifest = loaded.Manifest;
        if (manifest.Shape.StateSize == 0)
        {
            throw new ToolException(loaded.Path, "the model has no recurrent layer, and so no hidden states.");
        }

        string data = parsed.GetRequiredValue(input);
        string? path = plot.PathOf(parsed, manifest.Shape.Name);
        IReadOnlyList<SampleSequence> sequences = SampleFile.Read(data, manifest.Shape, needsOutput: false);
        RedundancyResult result = ToolProgress.Show(console, progress => Measure(loaded, data, sequences, progress, cancellation)) with { Plot = path };
        if (path is not null)
        {
            RedundancyPlot.Save(path, result);
        }

        if (parsed.GetValue(json))
        {
            console.Output.WriteLine(JsonText.Of(result));
        }
        else
        {
            RedundancyScreen.Write(console.Screen, result);
        }

        return ExitCodes.Good;
    }

    private static RedundancyResult Measure(LoadedModel loaded, string data, IReadOnlyList<SampleSequence> sequences, Action<string, int, int> progress, CancellationToken cancellation)
    {
        IReadOnlyList<HiddenStates> states = HiddenStates.Of(loaded.Manifest, sequences, progress, cancellation);
        var layers = new List<LayerRedundancy>();
        foreach (HiddenStates layer in states)
        {
            cancellation.ThrowIfCancellationRequested();
            progress("decomposing", layers.Count, states.Count);
            layers.Add(LayerRedundancy.Of(layer));
        }

        int steps = sequences.Sum(sequence => sequence.Input.Length) / loaded.Manifest.Shape.InputSize;
        return new(loaded.Path, loaded.Manifest.Shape.Name, data, sequences.Count, steps, layers, null);
    }
}
