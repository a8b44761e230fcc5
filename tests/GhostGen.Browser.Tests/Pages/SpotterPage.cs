using System.Text.Json;
using GhostGen.Browser.Tests.Chromium;
using Xunit;

namespace GhostGen.Browser.Tests.Pages;

/// <summary>The page, and what it shows.</summary>
internal sealed class SpotterPage
{
    private readonly Tab tab;
    private readonly string address;

    private SpotterPage(Tab tab, string address)
    {
        this.tab = tab;
        this.address = address;
    }

    /// <summary>Opens it and waits until it can be used.</summary>
    public static async Task<SpotterPage> OpenAsync(HeadlessChromium browser, string address)
    {
        var page = new SpotterPage(await Tab.OpenAsync(browser, address), address);
        await page.tab.WaitAsync("document.getElementById('file')?.disabled === false");
        return page;
    }

    /// <summary>Chooses a file and waits until it has been heard, or refused.</summary>
    public async Task HearAsync(string path)
    {
        await tab.ChooseFileAsync("#file", path);
        await tab.WaitAsync("document.getElementById('status').textContent.startsWith('Heard') || !document.getElementById('error').hidden");
    }

    /// <summary>Presses the button of the microphone.</summary>
    public Task PressMicrophoneAsync() => tab.EvaluateAsync("document.getElementById('microphone').click()");

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public Task WaitAsync(string condition) => tab.WaitAsync(condition);

    /// <summary>The value of an expression of JavaScript.</summary>
    public Task<JsonElement> EvaluateAsync(string expression) => tab.EvaluateAsync(expression);

    /// <summary>The text of an element; nothing where it is hidden.</summary>
    public async Task<string> TextAsync(string id) =>
        (await tab.EvaluateAsync($"((element) => (element.checkVisibility() ? element.innerText : ''))(document.getElementById('{id}'))")).GetString()!;

    /// <summary>The words in the list of detections, with their times and confidences.</summary>
    public async Task<PageDetection[]> DetectionsAsync() => (await tab.EvaluateAsync(
        "[...document.querySelectorAll('#detections li')].map(({ dataset }) => ({ word: dataset.word, seconds: Number(dataset.seconds), confidence: Number(dataset.confidence) }))"))
        .Deserialize<PageDetection[]>(JsonSerializerOptions.Web)!;

    /// <summary>What the page has heard: arrays of the object that it draws.</summary>
    /// <param name="name"><c>samples</c>, <c>times</c> or <c>posteriors</c>.</param>
    public async Task<float[]> HeardAsync(string name) =>
        (await tab.EvaluateAsync($"import('/main.js').then(({{ recording }}) => Array.from(recording.{name}.values))")).Deserialize<float[]>()!;

    /// <summary>Writes the whole page to a PNG file.</summary>
    public async Task SaveScreenshotAsync(string path)
    {
        const int width = 1000;

        // High enough for all of it, a page has no scroll bar that would take some of the width.
        await ResizeAsync(width, (await EvaluateAsync("document.documentElement.scrollHeight")).GetInt32());
        await ResizeAsync(width, (await EvaluateAsync("document.body.getBoundingClientRect().height")).GetDouble());
        JsonElement picture = await tab.SendAsync("Page.captureScreenshot", new { format = "png" });
        await File.WriteAllBytesAsync(path, picture.GetProperty("data").GetBytesFromBase64());
    }

    /// <summary>That nothing went wrong, and that the page asked nobody else for anything.</summary>
    public void AssertClean()
    {
        Assert.Empty(tab.Errors);
        Assert.Contains(address, tab.Requests);
        Assert.All(tab.Requests, request => Assert.StartsWith(address, request, StringComparison.Ordinal));
    }

    private async Task ResizeAsync(int width, double height)
    {
        await tab.SendAsync("Emulation.setDeviceMetricsOverride", new { width, height = (int)Math.Ceiling(height), deviceScaleFactor = 1, mobile = false });

        // What depends on the size is drawn for the first picture, which the second comes after.
        await EvaluateAsync("new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); })");
    }
}

/// <summary>A word as the page shows it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Seconds">Its time.</param>
/// <param name="Confidence">How sure the network is, from 0 to 1.</param>
internal sealed record PageDetection(string Word, double Seconds, double Confidence);
