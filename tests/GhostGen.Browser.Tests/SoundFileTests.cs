using System.Text.Json;
using GhostGen.Browser.Tests.Pages;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>Files that somebody gives to the page.</summary>
public sealed class SoundFileTests(PublishedPage published)
{
    private const int Rate = FrontEnd.SampleRate;

    [Fact]
    public async Task The_row_of_a_word_is_filled_where_the_word_is_and_not_where_it_is_not()
    {
        SpotterPage page = await published.HearAsync("drawn.wav", Rate, 1, Sounds.Recording(2).Samples);
        await page.EvaluateAsync("new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); })");

        // The colours of the rows of both words at the times of both. They are nearly alike where a row is filled, for the network is sure of both words.
        PageDetection[] detections = await page.DetectionsAsync();
        int[][] colors = [.. await Task.WhenAll(
            from row in detections
            from place in detections
            select ColorAsync(page, row.Word, place.Seconds))];
        Assert.Equal(4, colors.Length);
        Assert.InRange(Distance(colors[0], colors[3]), 0, 60);
        Assert.InRange(Distance(colors[0], colors[1]), 120, 765);
        Assert.InRange(Distance(colors[3], colors[2]), 120, 765);
        page.AssertClean();
    }

    [Fact]
    public async Task A_file_that_is_dropped_is_heard()
    {
        string file = Convert.ToBase64String(WavWriter.Bytes(new(Rate, 1, Sounds.Tones(Rate))));
        SpotterPage page = await published.OpenAsync();
        await page.EvaluateAsync($$"""
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([Uint8Array.from(atob('{{file}}'), (character) => character.charCodeAt(0))], 'dropped.wav'));
            dispatchEvent(new DragEvent('dragover', { dataTransfer }));
            """);
        Assert.Equal("Drop the sound here", await page.TextAsync("drop"));
        await page.EvaluateAsync("dispatchEvent(new DragEvent('drop', { dataTransfer }))");
        await page.WaitAsync("document.getElementById('status').textContent === 'Heard dropped.wav: 1.30 s.'");
        Assert.Equal("", await page.TextAsync("drop"));
        page.AssertClean();
    }

    [Fact]
    public async Task Another_rate_is_resampled()
    {
        SpotterPage page = await published.HearAsync("cd.wav", 44_100, 1, Sounds.Tones(44_100));
        Assert.Equal("Heard cd.wav: 1.30 s, resampled from 44.1 kHz.", await page.TextAsync("status"));
        float[] expected = Sounds.Tones(Rate);
        float[] heard = await page.HeardAsync("samples");
        Assert.InRange(heard.Length, expected.Length, expected.Length + 1);

        // The browser's filter is its own affair. Sound that is a sample late, or has another rate, differs by more than this.
        double error = expected.Zip(heard, static (one, other) => (one - other) * (one - other)).Average();
        Assert.InRange(Math.Sqrt(error), 0, 0.02);
        page.AssertClean();
    }

    [Fact]
    public async Task A_file_that_is_no_sound_is_refused_in_words_and_the_next_one_is_heard()
    {
        byte[] file = [.. "a letter, and not a song"u8];
        string path = published.PathOf("letter.wav");
        await File.WriteAllBytesAsync(path, file);
        SpotterPage page = await published.OpenAsync();
        await page.HearAsync(path);
        string reason = Assert.Throws<WavException>(() => WavReader.Read(file, "letter.wav")).Message;
        Assert.Equal($"{reason} The browser knows no sound format that it could be.", await page.TextAsync("error"));
        Assert.Equal("", await page.TextAsync("status"));

        WavWriter.Write(published.PathOf("next.wav"), new(Rate, 1, Sounds.Tones(Rate)));
        await page.HearAsync(published.PathOf("next.wav"));
        await page.WaitAsync("document.getElementById('status').textContent.startsWith('Heard next.wav')");
        Assert.Equal("", await page.TextAsync("error"));
        page.AssertClean();
    }

    [Theory]
    [InlineData("cut.wav", 20_000)]
    [InlineData("header.wav", 40)]
    public async Task A_file_that_ends_too_early_is_refused_with_the_message_of_the_library(string name, int length)
    {
        byte[] file = WavWriter.Bytes(new(Rate, 1, Sounds.Tones(Rate)))[..length];
        await File.WriteAllBytesAsync(published.PathOf(name), file);
        SpotterPage page = await published.OpenAsync();
        await page.HearAsync(published.PathOf(name));
        Assert.Equal(Assert.Throws<WavException>(() => WavReader.Read(file, name)).Message, await page.TextAsync("error"));
        page.AssertClean();
    }

    [Fact]
    public async Task A_file_without_samples_is_refused()
    {
        SpotterPage page = await published.HearAsync("nothing.wav", Rate, 1, []);
        Assert.Equal("nothing.wav: there is no sound in it.", await page.TextAsync("error"));
        page.AssertClean();
    }

    private static int Distance(int[] one, int[] other) => one.Zip(other, static (left, right) => Math.Abs(left - right)).Sum();

    /// <summary>Red, green and blue of the middle of a word's row, some pixels beside the mark of a detection.</summary>
    private static async Task<int[]> ColorAsync(SpotterPage page, string word, double seconds) => (await page.EvaluateAsync($$"""
        import('/main.js').then(({ recording, figure }) => {
          const canvas = document.getElementById('posteriors');
          const { x, y } = figure.placeOf('{{word}}', {{seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}});
          return Array.from(canvas.getContext('2d').getImageData((x + 4) * devicePixelRatio, y * devicePixelRatio, 1, 1).data).slice(0, 3);
        })
        """)).Deserialize<int[]>()!;
}
