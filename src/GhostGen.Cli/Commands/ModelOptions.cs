using System.CommandLine;
using GhostGen.Importing;

namespace GhostGen.Cli.Commands;

/// <summary>The file of a model, and what it may leave open.</summary>
internal sealed class ModelOptions
{
    private readonly Argument<string> file;

    private readonly Option<string?> layers = new("--layers") { Description = "A JSON file that describes the layers; without it NAME.layers.json beside the model is looked for.", HelpName = "FILE" };

    private readonly Option<string[]> take = new("--take") { Description = "The layers to take, first to last, by the source's names.", HelpName = "LAYER,LAYER,..." };

    private readonly Option<string[]> activations = new("--activation") { Description = "The function at the end of a dense layer whose source does not say it: none, relu, sigmoid, tanh, softmax.", HelpName = "LAYER=FUNCTION" };

    private readonly Option<string?> labels = new("--labels") { Description = "A text file with a name for each output, one a line.", HelpName = "FILE" };

    private readonly Option<string?> name = new("--name") { Description = "The model's name.", HelpName = "NAME" };

    /// <summary>Adds the argument and the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="argument">What the file is called in the command's help.</param>
    public ModelOptions(Command command, string argument = "FILE")
    {
        file = new(argument) { Description = $"The model: {ModelFormats.Known}." };
        command.Add(file);
        foreach (Option option in (Option[])[layers, take, activations, labels, name])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the model.</summary>
    /// <exception cref="ToolException">An option is wrong.</exception>
    /// <exception cref="ImportException">The file has a defect.</exception>
    public LoadedModel Load(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(file);
        if (!Path.Exists(path))
        {
            throw new ToolException(path, "there is no such file.");
        }

        var options = new ImportOptions
        {
            LayersFile = parsed.GetValue(layers) is { } description ? Existing(description) : null,
            Take = [.. (parsed.GetValue(take) ?? []).SelectMany(static list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            Activations = Activations(parsed.GetValue(activations) ?? []),
            Labels = parsed.GetValue(labels) is { } text ? Labels(Existing(text)) : [],
            Name = parsed.GetValue(name),
        };
        return new(path, ModelFormats.FormatOf(path), ModelImport.Load(path, options));
    }

    private static string Existing(string path) => File.Exists(path) ? path : throw new ToolException(path, "there is no such file.");

    private static string[] Labels(string path) => File.ReadAllText(path).TrimEnd().Split('\n', StringSplitOptions.TrimEntries);

    private static Dictionary<string, Activation> Activations(string[] pairs)
    {
        var all = new Dictionary<string, Activation>(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.LastIndexOf('=');
            if (equals < 0 || !Choice.TryParse(pair[(equals + 1)..], out Activation activation))
            {
                throw new ToolException($"--activation {pair}", "LAYER=FUNCTION is expected, and the functions are none, relu, sigmoid, tanh and softmax.");
            }

            all[pair[..equals]] = activation;
        }

        return all;
    }
}
