using System.Globalization;
using GhostGen.Compiling;
using GhostGen.Manifests;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Data;
using Xunit;

namespace GhostGen.Spotting.Tests.Shipped;

/// <summary>The spotter that the samples ship, on the recordings that it was not trained on.</summary>
public sealed class ShippedSpotterTests(ITestOutputHelper output)
{
    private static readonly Precision[] Precisions = [Precision.Float32, Precision.BFloat16, Precision.Int8, Precision.Int8Wide, Precision.Integer];

    /// <summary>Features in doubles here and there, singles between them and in the network.</summary>
    private const double ProbabilityTolerance = 1e-4;

    private static ModelManifest Manifest => ModelFile.Load(Checkout.PathOf("samples/Spotting/kws.ghost.json"));

    [Fact]
    public void The_compiled_class_decides_about_every_clip_as_pytorch_does()
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> folders = SpeechCommands.Test;
        (string Label, double Probability)[] decisions = Classify(TrainedDecisions.All, folders, static () => new ClipClassifier());
        Assert.Equal(folders.Sum(static folder => folder.Value.Count), decisions.Length);
        foreach ((TrainedDecision trained, (string label, double probability)) in TrainedDecisions.All.Zip(decisions))
        {
            Assert.True(label == trained.Label, $"{trained.Clip}: PyTorch decides for {trained.Label} ({trained.Probability}), the compiled class for {label} ({probability}).");
            Assert.Equal(trained.Probability, probability, ProbabilityTolerance);
        }

        (string Label, double Probability)[] silence = [.. TrainedDecisions.All.Zip(decisions).Where(static pair => Folder(pair.First.Clip) == "silence").Select(static pair => pair.Second)];
        Assert.Contains(
            FormattableString.Invariant($"Silence is told better: {silence.Count(static decision => decision.Label == "silence")} of {silence.Length} by the network that is shipped"),
            Checkout.Text("docs/keyword-spotting.md"),
            StringComparison.Ordinal);
        Assert.Equal(Manifest.Metadata["test accuracy"], ((double)Right(decisions) / decisions.Length).ToString("F4", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Fewer_bits_cost_what_the_document_says()
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> folders = SpeechCommands.Test;
        IReadOnlyList<CompiledModel> models = CompiledModel.CompileAll(Precisions.Select(precision => new ModelCase(precision.ToString(), Manifest, Precision: precision)));
        var rows = new List<string>();
        var measured = new Dictionary<Precision, (double Kibibytes, int Right, int Changed)>();
        foreach ((Precision precision, CompiledModel model) in Precisions.Zip(models))
        {
            (string Label, double Probability)[] decisions = Classify(TrainedDecisions.All, folders, () => new ClipClassifier(model.Create()));
            int changed = decisions.Zip(TrainedDecisions.All, static (ours, trained) => ours.Label != trained.Label).Count(static differs => differs);
            measured[precision] = (model.Create().Info.WeightBytes / 1024.0, Right(decisions), changed);
            rows.Add(FormattableString.Invariant($"| `{precision}` | {measured[precision].Kibibytes:0} KiB | {100.0 * measured[precision].Right / decisions.Length:0.0} | {changed} |"));
        }

        string table = string.Join('\n', rows);
        output.WriteLine(table);
        Assert.Contains(table + "\n", Checkout.Text("docs/keyword-spotting.md"), StringComparison.Ordinal);

        (double kibibytes, int right, int differing) = measured[Precision.Int8Wide];
        string sentence = FormattableString.Invariant(
            $"takes its weights from {measured[Precision.Float32].Kibibytes:0} to {kibibytes:0} KiB: {differing} of {TrainedDecisions.All.Count:N0} decisions change, and {right:N0} are right (with singles {measured[Precision.Float32].Right:N0}).");
        output.WriteLine(sentence);
        Assert.Contains(sentence, Checkout.Text("README.md"), StringComparison.Ordinal);
    }

    private static (string Label, double Probability)[] Classify(
        IReadOnlyList<TrainedDecision> clips, IReadOnlyDictionary<string, IReadOnlyList<string>> folders, Func<ClipClassifier> prepare)
    {
        Dictionary<string, string> files = folders.SelectMany(static folder => folder.Value).ToDictionary(static file => $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}");
        var decisions = new (string, double)[clips.Count];
        Parallel.For(0, clips.Count, prepare, (i, _, classifier) =>
        {
            ReadOnlySpan<float> posteriors = classifier.Classify(WavReader.Read(files[clips[i].Clip]).Samples);
            int best = SpotterLabels.Best(posteriors);
            decisions[i] = (classifier.Labels.Names[best], posteriors[best]);
            return classifier;
        }, static _ => { });
        return decisions;
    }

    /// <summary>How many clips are decided rightly.</summary>
    private static int Right((string Label, double Probability)[] decisions) =>
        TrainedDecisions.All.Zip(decisions).Count(static pair => Folder(pair.First.Clip) == pair.Second.Label);

    private static string Folder(string clip) => clip[..clip.IndexOf('/', StringComparison.Ordinal)].Trim('_');
}
