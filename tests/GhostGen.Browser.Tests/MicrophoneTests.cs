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
        using HeadlessChromium browser = await StartAsync("spoken.wav", Sounds.Recording("yes"));
        SpotterPage page = await published.OpenAsync(browser);
        await page.PressMicrophoneAsync();
        await page.WaitAsync("document.getElementById('word').textContent === 'yes'");
        Assert.Equal("Listening. Say one of the words.", await page.TextAsync("status"));
        Assert.Contains(await page.DetectionsAsync(), static detection => detection.Word == "yes");
        page.AssertClean();
    }

    [Fact]
    public async Task What_the_microphone_hears_is_drawn_until_it_is_switched_off()
    {
        using HeadlessChromium browser = await StartAsync("tones.wav", Sounds.Tones(FrontEnd.SampleRate));
        SpotterPage page = await published.OpenAsync(browser);
        await page.PressMicrophoneAsync();
        await page.WaitAsync("import('/main.js').then(({ recording }) => recording?.samples.length > 16000)");
        Assert.Equal("Stop listening", await page.TextAsync("microphone"));
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

    [Fact]
    public async Task That_there_is_no_microphone_is_said()
    {
        using HeadlessChromium browser = await HeadlessChromium.StartAsync("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0");
        SpotterPage page = await published.OpenAsync(browser);
        await page.PressMicrophoneAsync();
        await page.WaitAsync("!document.getElementById('error').hidden");
        Assert.Equal("There is no microphone. Connect one and try again, or choose a file.", await page.TextAsync("error"));
        page.AssertClean();
    }

    private Task<HeadlessChromium> StartAsync(string name, float[] samples)
    {
        WavWriter.Write(published.PathOf(name), new(FrontEnd.SampleRate, 1, samples));
        return HeadlessChromium.StartAsync("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={published.PathOf(name)}");
    }
}
