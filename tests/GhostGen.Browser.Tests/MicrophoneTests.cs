using GhostGen.Browser.Tests.Chromium;
using GhostGen.Browser.Tests.Pages;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>The microphone, which Chromium plays from a file, over and over.</summary>
public sealed class MicrophoneTests(PublishedPage published)
{
    [Fact]
    public async Task A_word_that_is_spoken_is_shown()
    {
        (string[] words, float[] samples) = Sounds.Recording(1);
        using HeadlessChromium browser = await StartAsync("spoken.wav", samples);
        SpotterPage page = await published.OpenAsync(browser);
        await page.PressMicrophoneAsync();
        await page.WaitAsync($"document.getElementById('word').textContent === '{words[0]}'");
        Assert.Equal("Listening. Say one of the words.", await page.TextAsync("status"));
        Assert.Contains(await page.DetectionsAsync(), detection => detection.Word == words[0]);
        page.AssertClean();
    }

    [Fact]
    public async Task What_the_microphone_hears_is_drawn_until_it_is_switched_off()
    {
        using HeadlessChromium browser = await StartAsync("tones.wav", Sounds.Tones(FrontEnd.SampleRate));
        SpotterPage page = await published.OpenAsync(browser);
        await page.PressMicrophoneAsync();
        await page.WaitAsync("import('/main.js').then(({ recording }) => recording?.samples.length > 16000)");
        await page.WaitAsync("document.getElementById('microphone').innerText === 'Stop listening'");
        float[] samples = await page.HeardAsync("samples");
        Assert.InRange(samples.Max(), 0.3f, 1);

        await page.PressMicrophoneAsync();
        Assert.Equal("The microphone is off.", await page.TextAsync("status"));
        Assert.Equal("Use the microphone", await page.TextAsync("microphone"));
        int length = (await page.HeardAsync("samples")).Length;
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        Assert.Equal(length, (await page.HeardAsync("samples")).Length);
        page.AssertClean();
    }

    [Fact]
    public async Task A_microphone_that_is_refused_is_said_to_be()
    {
        using HeadlessChromium browser = await HeadlessChromium.StartAsync("--use-fake-device-for-media-stream");
        SpotterPage page = await published.OpenAsync(browser);
        await browser.Tools.SendAsync("Browser.setPermission", new { permission = new { name = "microphone" }, setting = "denied" });
        await page.PressMicrophoneAsync();
        await page.WaitAsync("!document.getElementById('error').hidden");
        Assert.Equal("The microphone was refused. Allow it for this page, beside the address, and try again.", await page.TextAsync("error"));
        Assert.Equal("", await page.TextAsync("status"));
        Assert.Equal("Use the microphone", await page.TextAsync("microphone"));
        page.AssertClean();
    }

    [Theory]
    [InlineData("NotFoundError", "There is no microphone. Connect one and try again, or choose a file.")]
    [InlineData("NotReadableError", "The microphone is there, but another program holds it.")]
    [InlineData("AbortError", "The microphone cannot be used: it was not to be.")]
    public async Task Why_there_is_no_sound_of_a_microphone_is_said(string error, string expected)
    {
        SpotterPage page = await published.OpenAsync();
        await page.EvaluateAsync($"navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('it was not to be.', '{error}'))");
        await page.PressMicrophoneAsync();
        await page.WaitAsync("!document.getElementById('error').hidden");
        Assert.Equal(expected, await page.TextAsync("error"));
        page.AssertClean();
    }

    [Fact]
    public async Task Where_pages_get_no_microphone_the_page_says_which_do()
    {
        SpotterPage page = await published.OpenAsync();
        await page.EvaluateAsync("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })");
        await page.PressMicrophoneAsync();
        await page.WaitAsync("!document.getElementById('error').hidden");
        Assert.Equal("A page may use the microphone only if it comes from localhost or over https.", await page.TextAsync("error"));
        page.AssertClean();
    }

    private Task<HeadlessChromium> StartAsync(string name, float[] samples)
    {
        WavWriter.Write(published.PathOf(name), new(FrontEnd.SampleRate, 1, samples));
        return HeadlessChromium.StartAsync("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={published.PathOf(name)}");
    }
}
