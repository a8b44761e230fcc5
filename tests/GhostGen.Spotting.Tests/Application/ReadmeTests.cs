using System.Text.RegularExpressions;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Data;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>The screens that README shows are those of the program, but for times.</summary>
public sealed partial class ReadmeTests(ITestOutputHelper output) : IDisposable
{
    private const string Readme = "samples/KeywordSpotting/README.md";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Help() => Shown(SpotRun.Of("--help").Output);

    /// <summary>Of each word that README says is spoken the first clip, between seconds of silence.</summary>
    [Fact]
    public void Detect_and_listen()
    {
        string words = SpokenWords().Match(Checkout.Text(Readme)).Groups["words"].Value;
        float[] second = new float[FrontEnd.SampleRate];
        float[] samples = [.. second, .. words.Split(", ").SelectMany(word => (float[])[.. Clip(word), .. second])];
        SpotRun run = SpotRun.Of("detect", folder.Wav(samples, "commands.wav"));
        string detected = run.Output.Replace(folder.PathOf("commands.wav"), "commands.wav", StringComparison.Ordinal);
        Shown("$ spot detect commands.wav\n" + detected);

        byte[] pcm = WavWriter.Bytes(new(FrontEnd.SampleRate, 1, samples))[^(2 * samples.Length)..];
        run = SpotRun.Of(new MemoryStream(pcm), "listen");
        string listened = run.Output + run.Error;
        Assert.Equal(string.Join('\n', detected.Split('\n')[2..]), run.Output);
        Shown("| spot listen\n" + listened);
    }

    [Fact]
    public void Evaluate()
    {
        string clips = Path.GetDirectoryName(Path.GetDirectoryName(SpeechCommands.Test["yes"][0])!)!;
        string image = folder.PathOf("confusion.svg");
        Shown("$ spot evaluate test\n" + SpotRun.Of("evaluate", clips, "--image", image).Output.Replace(image, "confusion.svg", StringComparison.Ordinal));
        string committed = "samples/KeywordSpotting/confusion.svg";
        string drawn = File.ReadAllText(image).ReplaceLineEndings("\n");
        string received = Checkout.PathOf(Path.ChangeExtension(committed, ".received.svg"));
        File.Delete(received);
        if (drawn != Checkout.Text(committed))
        {
            File.Copy(image, received);
            Assert.Fail($"{committed} is not what the program draws; that is in {received}. If it is right, put it in place of the other.");
        }
    }

    public void Dispose() => folder.Dispose();

    private static float[] Clip(string word)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> clips = SpeechCommands.Test;
        return WavReader.Read(clips.TryGetValue(word, out IReadOnlyList<string>? files)
            ? files[0]
            : clips["_unknown_"].First(path => Path.GetFileName(path).StartsWith(word + "_", StringComparison.Ordinal))).Samples;
    }

    private void Shown(string screen)
    {
        output.WriteLine(screen);
        Assert.Contains(WithoutMeasures(screen), WithoutMeasures(Checkout.Text(Readme)), StringComparison.Ordinal);
    }

    /// <summary>What a run says of its speed and its memory is another thing each time.</summary>
    private static string WithoutMeasures(string text) => Measures().Replace(text, "#");

    [GeneratedRegex("[0-9.,]+(?= times faster)|(?<=real-time factor )[0-9.]+|[0-9.,]+(?= MB in use)|[0-9]+(?= bytes allocated)")]
    private static partial Regex Measures();

    [GeneratedRegex(@"In this recording were spoken: (?<words>[a-z, ]+)\.")]
    private static partial Regex SpokenWords();
}
