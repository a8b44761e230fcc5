using System.Text.RegularExpressions;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Detecting;
using Xunit;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>The command <c>detect</c>.</summary>
public sealed class DetectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Words_are_listed_with_times_and_confidence()
    {
        // Rounded by the file, and so read from it again.
        string path = folder.Wav(MadeUpSound.Of(80_000), "sound.wav");
        var spotter = new StreamingSpotter(new() { Threshold = 0.1f, Refractory = TimeSpan.FromSeconds(0.2), Smoothing = TimeSpan.FromSeconds(0.08) });
        ReadOnlySpan<float> samples = WavReader.Read(path).Samples;
        List<Detection> expected = [];
        while (spotter.Next(ref samples))
        {
            expected.AddRange(spotter.Detection is { } detection ? [detection] : []);
        }

        expected.AddRange(spotter.Finish());
        Assert.NotEmpty(expected);

        SpotRun run = SpotRun.Of("detect", path, "--threshold", "0.1", "--refractory=0.2", "--smoothing", "0.08");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(expected.Count + 2, run.Lines.Length);
        Assert.StartsWith($"{path}  5.00 s, {expected.Count} word{(expected.Count == 1 ? "" : "s")}, ", run.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["time", "word", "confidence"], run.Lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            expected.Select(static detection => FormattableString.Invariant($"{detection.Time:m\\:ss\\.ff} {detection.Word} {detection.Confidence:0.00}")),
            run.Lines[2..].Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3])));
    }

    [Fact]
    public void Each_file_begins_anew()
    {
        string path = folder.Wav(MadeUpSound.Of(40_000), "a.wav");
        string other = folder.Wav(MadeUpSound.Of(40_000, seed: 2), "b.wav");
        string[] once = WithoutSpeed(SpotRun.Of("detect", path, "--threshold", "0.05"));
        string[] all = WithoutSpeed(SpotRun.Of("detect", path, other, path, "--threshold", "0.05"));
        Assert.True(once.Length > 2);
        Assert.Equal(once, all[..once.Length]);
        Assert.Equal(once, all[^once.Length..]);
    }

    [Fact]
    public void A_recording_without_words_is_one_line()
    {
        SpotRun run = SpotRun.Of("detect", folder.Wav(new float[16_000], "quiet.wav"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1.00 s, no words, ", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_shorter_than_a_frame_has_no_words() =>
        Assert.Contains("no words", Assert.Single(SpotRun.Of("detect", folder.Wav(new float[3], "short.wav")).Lines), StringComparison.Ordinal);

    [Theory]
    [InlineData(44_100, 1, "it has 1 channel of 44100 Hz; one of 16000 Hz is expected. Convert it with: ffmpeg -i {0} -ac 1 -ar 16000 sound-16k.wav")]
    [InlineData(16_000, 2, "it has 2 channels of 16000 Hz; one of 16000 Hz is expected. Convert it with: ffmpeg -i {0} -ac 1 -ar 16000 sound-16k.wav")]
    [InlineData(8_000, 1, "it has 1 channel of 8000 Hz")]
    public void Another_rate_and_more_channels_are_refused(int rate, int channels, string expected)
    {
        string path = folder.Wav(new WavAudio(rate, channels, new float[2000]), "sound.wav");
        Refused(path, string.Format(null, expected, path));
    }

    [Fact]
    public void The_command_that_converts_a_file_is_one_for_any_name()
    {
        string path = folder.Wav(new WavAudio(8_000, 1, new float[2000]), "it's loud.wav");
        Refused(path, $"ffmpeg -i '{path.Replace("'", "'\\''", StringComparison.Ordinal)}' -ac 1 -ar 16000 'it'\\''s loud-16k.wav'");
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        string path = folder.PathOf("cut.wav");
        File.WriteAllBytes(path, WavWriter.Bytes(new(16_000, 1, new float[100]))[..^7]);
        Refused(path, "a part of it is said to have 200 bytes, and 193 are left; the file is incomplete.");
    }

    [Theory]
    [InlineData("", "the file is empty.")]
    [InlineData("hello, this is no sound", "this is no WAV file: it does not begin with RIFF and WAVE.")]
    public void What_is_no_WAV_file_is_refused(string content, string expected)
    {
        string path = folder.PathOf("text.wav");
        File.WriteAllText(path, content);
        Refused(path, expected);
    }

    [Fact]
    public void A_file_without_samples_is_refused() => Refused(folder.Wav([], "none.wav"), "it has no samples.");

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Refused(folder.PathOf("none.wav"), "there is no such file.");

    [Fact]
    public void A_folder_is_refused() => Refused(folder.Folder, "this is a folder; a WAV file is expected. ('spot evaluate' takes a folder.)");

    [Fact]
    public void What_comes_before_a_bad_file_is_written()
    {
        string good = folder.Wav(new float[16_000], "good.wav");
        SpotRun run = SpotRun.Of("detect", good, folder.PathOf("none.wav"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(good, Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_it()
    {
        SpotRun run = SpotRun.Of(Stream.Null, new CancellationToken(canceled: true), "detect", folder.Wav(new float[16_000], "good.wav"));
        Assert.Equal((130, "", "spot: ended before it was done.\n"), (run.ExitCode, run.Output, run.Error));
    }

    public void Dispose() => folder.Dispose();

    private static void Refused(string path, string expected)
    {
        SpotRun run = SpotRun.Of("detect", path);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"spot: {path}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(static character => character == '\n'));
    }

    private static string[] WithoutSpeed(SpotRun run) => [.. run.Lines.Select(static line => Regex.Replace(line, ", [0-9.,]+ times faster.*", ""))];
}
