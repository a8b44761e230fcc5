using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.KeywordSpotting.Evaluating;
using GhostGen.Samples.KeywordSpotting.Input;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>The command <c>evaluate</c>.</summary>
internal sealed class EvaluateCommand : SpotCommand
{
    private const string UsualImage = "confusion.svg";
    private static readonly CommandOption Image = new("--image", "FILE.svg", $"Where to draw the confusion matrix ({UsualImage} in the current folder).");
    private static readonly CommandOption NoImage = new("--no-image", null, "Draw nothing.");

    /// <inheritdoc/>
    public override string Name => "evaluate";

    /// <inheritdoc/>
    public override string Description => "Shows which words of clips are taken for which.";

    /// <inheritdoc/>
    public override string PathsName => "FOLDER";

    /// <inheritdoc/>
    public override int LeastPaths => 1;

    /// <inheritdoc/>
    public override int MostPaths => 1;

    /// <inheritdoc/>
    public override string PathsExpected => "takes one folder";

    /// <inheritdoc/>
    public override IReadOnlyList<CommandOption> Options => [Image, NoImage];

    /// <inheritdoc/>
    public override int Run(ParsedArguments arguments, SpotConsole console, CancellationToken interrupted)
    {
        string folder = arguments.Paths[0];
        string? image = ImageOf(arguments);
        var classifier = new ClipClassifier();
        SpotterLabels labels = classifier.Labels;
        ConfusionMatrix matrix = Evaluate(LabelFolders.Find(folder, labels), classifier, console, interrupted);
        (int right, int all) = matrix.Score();
        (int rightWords, int allWords) = matrix.Score(without: labels.Silence);
        var ink = new Ink(console.OutputHasColors);
        ConfusionTable.Write(console.Output, matrix, labels, ink);
        console.Output.WriteLine();
        console.Output.WriteLine($"accuracy                  {ink.Bold(Share(right, all))}");
        console.Output.WriteLine($"accuracy without silence  {ink.Bold(Share(rightWords, allWords))}");
        if (image is not null)
        {
            string model = KeywordSpotter.Info.Name;
            ConfusionImage.Write(image, matrix, $"What {model} hears", $"{Numbers.Count(all)} clips: {Share(right, all)} right; {Share(rightWords, allWords)} without silence");
            console.Output.WriteLine($"image                     {image}");
        }

        return ExitCodes.Good;
    }

    private static ConfusionMatrix Evaluate(IReadOnlyList<LabelledClip> clips, ClipClassifier classifier, SpotConsole console, CancellationToken interrupted)
    {
        var matrix = new ConfusionMatrix(classifier.Labels.Names);
        using var progress = new ProgressLine(console, "clips", clips.Count);
        foreach (LabelledClip clip in clips)
        {
            interrupted.ThrowIfCancellationRequested();
            matrix.Add(clip.Label, SpotterLabels.Best(classifier.Classify(Recording.Read(clip.Path))));
            progress.Report(matrix.Clips);
        }

        return matrix;
    }

    private static string? ImageOf(ParsedArguments arguments)
    {
        if (arguments.Has(NoImage))
        {
            return arguments.Has(Image) ? throw new UsageException($"{Image.Name} and {NoImage.Name} exclude each other.") : null;
        }

        string path = arguments.ValueOf(Image) ?? UsualImage;
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"{Image.Name} {path}: an image is written as *.svg.");
        }

        return Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder)
            ? throw new InputException(path, $"there is no such folder as '{folder}'.")
            : path;
    }

    private static string Share(int right, int all) => all == 0 ? "-" : $"{Numbers.Percent((double)right / all)} ({Numbers.Count(right)} of {Numbers.Count(all)})";
}
