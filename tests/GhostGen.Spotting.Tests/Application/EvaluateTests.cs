using System.Xml.Linq;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.KeywordSpotting;
using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Detecting;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>The command <c>evaluate</c>.</summary>
public sealed class EvaluateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Image => folder.PathOf("image.svg");

    [Fact]
    public void Clips_are_counted_by_what_they_are_and_what_they_are_taken_for()
    {
        var classifier = new ClipClassifier();
        string[] folders = ["_silence_", "yes", "_unknown_", "marvin", "_background_noise_"];
        int[] rows = [0, 2, 1, 1];
        var expected = new int[12, 12];
        int right = 0;
        for (int label = 0; label < folders.Length; label++)
        {
            for (int clip = 0; clip <= label; clip++)
            {
                string path = folder.Wav(label == 0 ? new float[16_000] : MadeUpSound.Of(9_000 + (3_000 * clip), seed: (10 * label) + clip), "clips", folders[label], $"{clip}.wav");
                if (label < rows.Length)
                {
                    int heard = SpotterLabels.Best(classifier.Classify(WavReader.Read(path).Samples));
                    expected[rows[label], heard]++;
                    right += heard == rows[label] ? 1 : 0;
                }
            }
        }

        File.WriteAllText(folder.PathOf("clips", "yes", "notes.txt"), "no clip");
        SpotRun run = SpotRun.Of("evaluate", folder.PathOf("clips"), "--image", Image);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        for (int row = 0; row < 12; row++)
        {
            string[] cells = [.. run.Lines[row + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            Assert.Equal(SpotterLabels.Compiled.Names[row], cells[0]);
            Assert.Equal(Enumerable.Range(0, 12).Select(column => expected[row, column]), cells[1..13].Select(static cell => cell == "·" ? 0 : int.Parse(cell, null)));
            Assert.Equal(Enumerable.Range(0, 12).Sum(column => expected[row, column]), int.Parse(cells[13], null));
        }

        Assert.Contains(FormattableString.Invariant($"({right} of 10)"), run.Output, StringComparison.Ordinal);
        Assert.Matches(@"accuracy without silence +[0-9.]+ % \([0-9]+ of 9\)", run.Output);
        Assert.All(run.Lines, static line => Assert.True(line.Length <= 80 || line.StartsWith("image", StringComparison.Ordinal), line));
    }

    [Fact]
    public void The_image_is_drawn_and_nothing_beside_it_is_left()
    {
        folder.Wav(new float[16_000], "clips", "silence", "1.wav");
        File.WriteAllText(Image, "something old");
        Assert.Equal(0, SpotRun.Of("evaluate", folder.PathOf("clips"), "--image", Image).ExitCode);
        Assert.Equal("svg", XDocument.Load(Image).Root?.Name.LocalName);
        Assert.Equal([Image], Directory.GetFiles(folder.Folder));
    }

    [Fact]
    public void Without_an_image_nothing_is_written()
    {
        folder.Wav(new float[16_000], "clips", "silence", "1.wav");
        SpotRun run = SpotRun.Of("evaluate", folder.PathOf("clips"), "--no-image");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("svg", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Folder));
    }

    [Fact]
    public void A_bad_clip_is_named_and_an_older_image_stays()
    {
        folder.Wav(new float[16_000], "clips", "go", "1.wav");
        string bad = folder.Wav(new WavAudio(8_000, 1, new float[100]), "clips", "stop", "bad.wav");
        File.WriteAllText(Image, "something old");
        Refused(folder.PathOf("clips"), bad, "it has 1 channel of 8000 Hz");
        Assert.Equal("something old", File.ReadAllText(Image));
    }

    [Fact]
    public void A_recording_that_is_no_clip_is_named()
    {
        string path = folder.Wav(new float[(600 * 16_000) + 1], "clips", "go", "long.wav");
        Refused(folder.PathOf("clips"), path, "it has 9600001 samples; a clip of about a second is expected, and 9600000 at most.");
    }

    [Fact]
    public void An_empty_folder_is_refused() => Refused(folder.Folder, folder.Folder, "there are no WAV files in folders in it; expected is a folder for each label (silence, unknown, yes,");

    [Fact]
    public void A_folder_of_files_is_refused()
    {
        folder.Wav(new float[16_000], "clips", "1.wav");
        Refused(folder.PathOf("clips"), folder.PathOf("clips"), "there are no WAV files in folders in it");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() => Refused(folder.PathOf("none"), folder.PathOf("none"), "there is no such folder.");

    [Fact]
    public void A_file_is_refused()
    {
        string path = folder.Wav(new float[16_000], "1.wav");
        Refused(path, path, "this is a file; a folder is expected");
    }

    [Fact]
    public void A_place_for_the_image_that_is_none_is_refused_before_anything_is_heard()
    {
        string nowhere = folder.PathOf("nowhere", "image.svg");
        SpotRun run = SpotRun.Of("evaluate", folder.Folder, "--image", nowhere);
        Assert.Equal((1, $"spot: {nowhere}: there is no such folder as '{folder.PathOf("nowhere")}'.\n"), (run.ExitCode, run.Error));
        run = SpotRun.Of("evaluate", folder.Folder, "--image", "image.png");
        Assert.Equal((2, "spot: --image image.png: an image is written as *.svg.\n"), (run.ExitCode, run.Error));
        run = SpotRun.Of("evaluate", folder.Folder, "--image", "image.svg", "--no-image");
        Assert.Equal((2, "spot: --image and --no-image exclude each other.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Progress_is_shown_to_who_looks_and_taken_away()
    {
        folder.Wav(new float[16_000], "clips", "silence", "1.wav");
        using var error = new StringWriter();
        Assert.Equal(0, SpotApplication.Run(["evaluate", folder.PathOf("clips"), "--no-image"], new(Stream.Null, TextWriter.Null, error) { ErrorIsTerminal = true }, CancellationToken.None));
        Assert.StartsWith("\rclips ━━━━", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(" 1 of 1,", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_it()
    {
        folder.Wav(new float[16_000], "clips", "silence", "1.wav");
        SpotRun run = SpotRun.Of(Stream.Null, new CancellationToken(canceled: true), "evaluate", folder.PathOf("clips"), "--image", Image);
        Assert.Equal((130, "", "spot: ended before it was done.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.False(File.Exists(Image));
    }

    public void Dispose() => folder.Dispose();

    private void Refused(string clips, string subject, string expected)
    {
        SpotRun run = SpotRun.Of("evaluate", clips, "--image", Image);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"spot: {subject}: {expected}", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(static character => character == '\n'));
    }
}
