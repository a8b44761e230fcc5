using System.CommandLine;
using GhostGen.Cli.Data;
using GhostGen.Cli.Screens;
using GhostGen.Cli.Verifying;
using GhostGen.Compiling;

namespace GhostGen.Cli.Commands;

/// <summary>The command <c>verify</c>.</summary>
internal sealed class VerifyCommand
{
    private readonly Option<string?> against = new("--against") { Description = "Outputs to hold the model against: a safetensors or npz file with the arrays input, output and, if the state does not start at zero, initial_state.", HelpName = "FILE" };
    private readonly Option<int> steps = NumberOption.Of("--steps", "The steps of random input, where none is given", 200, 1, 1_000_000);
    private readonly Option<int> seed = NumberOption.Of("--seed", "What random input is made from", 1, 0, int.MaxValue);
    private readonly Option<double> tolerance = NumberOption.Of("--tolerance", "How far outputs may be from given ones: this, and this times what is given", 1e-4, 0, 1e6);
    private readonly Option<bool> json = CommandAction.Json();
    private readonly ModelOptions model;
    private readonly CompileOptions compile;
    private readonly ToolConsole console;

    private VerifyCommand(Command command, ToolConsole console)
    {
        this.console = console;
        model = new(command);
        compile = new(command);
        foreach (Option option in (Option[])[against, steps, seed, tolerance, json])
        {
            command.Add(option);
        }
    }

    /// <summary>Describes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("verify", "Compiles a model in memory and holds it against the references, and against given outputs.");
        var verify = new VerifyCommand(command, console);
        command.Does(console, verify.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        LoadedModel loaded = model.Load(parsed);
        ModelCase compiled = compile.CaseOf(parsed, loaded.Manifest);
        string? vectors = parsed.GetValue(against);
        IReadOnlyList<SampleSequence> sequences = vectors is null
            ? [new(NormalInput.Of(loaded.Manifest, parsed.GetValue(steps), parsed.GetValue(seed)))]
            : SampleFile.Read(vectors, loaded.Manifest.Shape, needsOutput: true);
        VerifyResult result = ToolProgress.Show(console, progress =>
            new VerifyRun(compiled, progress, cancellation).Measure(loaded.Path, sequences, vectors is null ? parsed.GetValue(seed) : null, vectors, parsed.GetValue(tolerance)));
        if (parsed.GetValue(json))
        {
            console.Output.WriteLine(JsonText.Of(result));
        }
        else
        {
            VerifyScreen.Write(console.Screen, result);
        }

        return result.Passed ? ExitCodes.Good : ExitCodes.Differs;
    }
}
