using System.CommandLine;
using GhostGen.Cli.Emitting;
using GhostGen.Cli.Screens;
using GhostGen.Compiling;

namespace GhostGen.Cli.Commands;

/// <summary>The command <c>emit</c>.</summary>
internal sealed class EmitCommand
{
    private readonly Option<string?> className = new("--class") { Description = "The name of the class; the model's name by default.", HelpName = "NAME" };
    private readonly Option<string> namespaceName = new("--namespace") { Description = "The namespace of the class; none by default.", HelpName = "NAME", DefaultValueFactory = static _ => "" };
    private readonly Option<bool> planOnly = new("--plan") { Description = "Print the plan alone: what is computed, how it is laid out, and why." };
    private readonly Option<bool> withWeights = new("--weights") { Description = "Print the file of weights too." };
    private readonly Option<string?> folder = new("--output") { Description = "Write the files into this folder instead.", HelpName = "FOLDER" };
    private readonly Option<bool> json = CommandAction.Json();
    private readonly ModelOptions model;
    private readonly CompileOptions compile;
    private readonly ToolConsole console;

    private EmitCommand(Command command, ToolConsole console)
    {
        this.console = console;
        model = new(command);
        compile = new(command);
        foreach (Option option in (Option[])[className, namespaceName, planOnly, withWeights, folder, json])
        {
            command.Add(option);
        }
    }

    /// <summary>Describes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("emit", "Prints the C# that the generator writes for a model, with its plan.");
        var emit = new EmitCommand(command, console);
        command.Does(console, emit.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        LoadedModel loaded = model.Load(parsed);
        string name = Name("--class", parsed.GetValue(className) ?? ClassName.Of(loaded.Manifest.Shape.Name), isNamespace: false);
        string space = parsed.GetValue(namespaceName) is { Length: > 0 } given ? Name("--namespace", given, isNamespace: true) : "";
        EmitResult result = EmitResult.Of(loaded.Path, new(space, name, FileName(loaded.Path), compile.CaseOf(parsed, loaded.Manifest)), cancellation);
        if (parsed.GetValue(folder) is { } target)
        {
            Save(target, result);
        }

        if (parsed.GetValue(json))
        {
            console.Output.WriteLine(JsonText.Of(result));
        }
        else if (parsed.GetValue(planOnly))
        {
            EmitScreen.WritePlan(console, result);
        }
        else if (parsed.GetValue(folder) is null)
        {
            EmitScreen.Write(console, result.Step.Text);
            if (parsed.GetValue(withWeights))
            {
                EmitScreen.Write(console, result.Weights.Text);
            }
        }

        return ExitCodes.Good;
    }

    private void Save(string target, EmitResult result)
    {
        Directory.CreateDirectory(target);
        foreach (EmittedFile file in (EmittedFile[])[result.Step, result.Weights])
        {
            string path = Path.Combine(target, file.Name);
            File.WriteAllText(path, file.Text);
            console.Error.WriteLine(path);
        }
    }

    private static string Name(string option, string text, bool isNamespace) => ClassName.IsName(text, isNamespace)
        ? text
        : throw new ToolException($"{option} {text}", "this is no name in C#; names are letters, digits and underscores, do not begin with a digit, and are no keywords.");

    /// <summary>What the attribute calls the file: a file of another format keeps its name, although the build converts it.</summary>
    private static string FileName(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
}
