using GhostGen.Importing;
using Microsoft.Build.Framework;

namespace GhostGen.Tasks;

/// <summary>
/// Converts one model file of another format into a <c>*.ghost.json</c>. Whether it has to is for the targets to say; this always does.
/// Whatever is wrong with the file is an error of the build at the file, never an exception.
/// </summary>
public sealed class ConvertGhostModel : Microsoft.Build.Utilities.Task
{
    /// <summary>The file, or the folder of <c>*.npy</c> files.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The <c>*.ghost.json</c> to write; folders that are not there are made.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary>A file that describes the layers, or nothing.</summary>
    public string? Layers { get; set; }

    /// <summary>A file with a line for the name of each output, or nothing.</summary>
    public string? Labels { get; set; }

    /// <summary>The layers to take, <c>a;b</c>; nothing for all.</summary>
    public string? Take { get; set; }

    /// <summary>The functions at the ends of dense layers, <c>fc1=relu;fc2=softmax</c>, where the file does not say them.</summary>
    public string? Activations { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        string code = BuildRule.InvalidMetadata;
        try
        {
            ImportOptions options = ItemMetadata.Options(this);
            if (!Path.Exists(Source))
            {
                // Before its format: a folder that is not there would be a file of an unknown one.
                throw new FileNotFoundException(null, Source);
            }

            code = BuildRule.UnknownFormat;
            ModelFormats.FormatOf(Source);
            code = BuildRule.CannotBeConverted;
            ConvertedFile.Write(ModelImport.Load(Source, options), Output);
            Log.LogMessage(MessageImportance.Normal, "{0} -> {1}", Source, Output);
        }
        catch (FormatException exception) when (code == BuildRule.InvalidMetadata)
        {
            Report(new(code, Source, exception.Message));
        }
        catch (Exception exception) when (ConversionProblem.Of(exception, Source, code) is { } problem)
        {
            Report(problem);
        }

        return !Log.HasLoggedErrors;
    }

    private void Report(ConversionProblem problem) => Log.LogError(
        null,
        problem.Code,
        null,
        BuildRule.PageOf(problem.Code),
        problem.File,
        problem.Line,
        problem.Column,
        0,
        0,
        "Model file '{0}' cannot be converted: {1}",
        Path.GetFileName(Source),
        problem.Reason);
}
