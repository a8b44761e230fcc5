using System.Collections.Concurrent;
using System.Text.Json;

namespace GhostGen.Browser.Tests.Chromium;

/// <summary>A page in a browser, with a note of what it asked the network for and of what went wrong in it.</summary>
internal sealed class Tab
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DevTools tools;
    private readonly string session;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentQueue<string> requests = new();
    private volatile bool hasThrown;

    private Tab(DevTools tools, string session)
    {
        this.tools = tools;
        this.session = session;
        tools.Happened += Note;
    }

    /// <summary>What was written to the console as an error, thrown and not caught, or could not be loaded.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>The addresses that were asked for.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Opens an address.</summary>
    public static async Task<Tab> OpenAsync(HeadlessChromium browser, string address)
    {
        JsonElement target = await browser.Tools.SendAsync("Target.createTarget", new { url = "about:blank" });
        JsonElement attached = await browser.Tools.SendAsync("Target.attachToTarget", new { targetId = target.GetProperty("targetId").GetString(), flatten = true });
        var tab = new Tab(browser.Tools, attached.GetProperty("sessionId").GetString()!);
        foreach (string domain in (string[])["Runtime", "Page", "Log", "Network"])
        {
            await tab.SendAsync($"{domain}.enable");
        }

        await tab.SendAsync("Page.navigate", new { url = address });
        return tab;
    }

    /// <summary>Sends a command for this page.</summary>
    public Task<JsonElement> SendAsync(string method, object? parameters = null) => tools.SendAsync(method, parameters, session);

    /// <summary>The value of an expression of JavaScript, which may be a promise.</summary>
    /// <exception cref="InvalidOperationException">It throws.</exception>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement answer = await SendAsync("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true });
        if (answer.TryGetProperty("exceptionDetails", out JsonElement details))
        {
            throw new InvalidOperationException($"'{expression}' throws: {details.GetRawText()}");
        }

        return answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>Waits until an expression, or what it promises, is true.</summary>
    /// <exception cref="TimeoutException">It has not become true in two minutes, or before the page threw; the message has what the page shows.</exception>
    public async Task WaitAsync(string condition)
    {
        for (DateTime end = DateTime.UtcNow + Patience; DateTime.UtcNow < end && !hasThrown; await Task.Delay(TimeSpan.FromMilliseconds(100)))
        {
            if ((await EvaluateAsync($"(async () => Boolean(await ({condition})))()")).GetBoolean())
            {
                return;
            }
        }

        string text = (await EvaluateAsync("document.body?.innerText")).ToString();
        throw new TimeoutException($"'{condition}' has not become true {(hasThrown ? "before the page threw" : $"in {Patience}")}. Errors: {string.Join('\n', errors)}\nThe page shows:\n{text}");
    }

    /// <summary>Chooses a file in an input.</summary>
    public async Task ChooseFileAsync(string selector, string path)
    {
        JsonElement input = await SendAsync("Runtime.evaluate", new { expression = $"document.querySelector('{selector}')" });
        await SendAsync("DOM.setFileInputFiles", new { files = (string[])[path], objectId = input.GetProperty("result").GetProperty("objectId").GetString() });
    }

    private void Note(string name, JsonElement happened, string? from)
    {
        if (from != session)
        {
            return;
        }

        switch (name)
        {
            case "Runtime.consoleAPICalled" when happened.GetProperty("type").GetString() is "error" or "assert":
                errors.Enqueue(happened.GetProperty("args").GetRawText());
                break;
            case "Runtime.exceptionThrown":
                errors.Enqueue(happened.GetProperty("exceptionDetails").GetRawText());
                hasThrown = true;
                break;
            case "Log.entryAdded" when happened.GetProperty("entry").GetProperty("level").GetString() == "error":
                errors.Enqueue(happened.GetProperty("entry").GetRawText());
                break;
            case "Network.requestWillBeSent":
                requests.Enqueue(happened.GetProperty("request").GetProperty("url").GetString()!);
                break;
        }
    }
}
