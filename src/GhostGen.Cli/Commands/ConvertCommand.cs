using System.CommandLine;
using GhostGen.Cli.Converting;
using GhostGen.Cli.Screens;
using GhostGen.Importing;
using GhostGen.Modeling;

namespace GhostGen.Cli.Commands;

/// <summary>The command <c>convert</c>.</summary>
internal static class ConvertCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var command = new Command("convert", "Reads a model of one format and writes it in another.");
        var model = new ModelOptions(command, "IN");
        var output = new Argument<string>("OUT") { Description = $"The file to write; its name says the format: {ModelExport.Known}." };
        Option<bool> json = CommandAction.Json();
        command.Add(output);
        command.Add(json);
        command.Does(console, (parsed, _) =>
        {
            ConvertResult result = Convert(model.Load(parsed), parsed.GetRequiredValue(output));
            console.Output.WriteLine(parsed.GetValue(json) ? JsonText.Of(result) : Words(result));
            return ExitCodes.Good;
        });
        return command;
    }

    private static ConvertResult Convert(LoadedModel model, string path)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(model.Path))
        {
            throw new ToolException(path, "this is the file that is read; name another one to write.");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new ToolException(path, $"there is no such folder as '{folder}'.");
        }

        ModelExport.Save(model.Manifest, path);
        ModelShape shape = model.Manifest.Shape;
        return new(model.Path, model.Format, path, shape.Name, shape.Layers.Count, shape.Parameters, new FileInfo(path).Length);
    }

    private static string Words(ConvertResult result) =>
        FormattableString.Invariant($"{result.To}: '{result.Name}', {result.Layers} layers, ") + $"{Numbers.Count(result.Parameters)} parameters, {Numbers.Bytes(result.Bytes)}.";
}
