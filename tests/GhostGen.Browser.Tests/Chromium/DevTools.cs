using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace GhostGen.Browser.Tests.Chromium;

/// <summary>A connection to a browser that speaks the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/).</summary>
internal sealed class DevTools : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> pending = new();
    private int last;

    /// <summary>Something has happened: its name, its parameters, and the session of the page that it happened in.</summary>
    public event Action<string, JsonElement, string?>? Happened;

    /// <summary>Connects.</summary>
    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, CancellationToken.None);
        _ = tools.ListenAsync();
        return tools;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">An object with a property for each parameter.</param>
    /// <param name="session">The page that it is for; the browser itself where it is left out.</param>
    /// <exception cref="InvalidOperationException">The browser refuses the command.</exception>
    public async Task<JsonElement> SendAsync(string method, object? parameters = null, string? session = null)
    {
        int id = Interlocked.Increment(ref last);
        var result = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = result;
        var command = new Dictionary<string, object> { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { } };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        JsonElement answer = await result.Task;
        return answer.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidOperationException($"The browser refuses {method}: {error.GetRawText()}")
            : answer.GetProperty("result");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ListenAsync()
    {
        var part = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult received = await socket.ReceiveAsync(part.AsMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                message.Write(part, 0, received.Count);
                if (received.EndOfMessage)
                {
                    Take(JsonDocument.Parse(message.ToArray()).RootElement);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has ended, or nobody listens any more.
        }

        foreach (TaskCompletionSource<JsonElement> command in pending.Values)
        {
            command.TrySetException(new InvalidOperationException("The connection to the browser has ended."));
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out JsonElement id))
        {
            if (pending.TryRemove(id.GetInt32(), out TaskCompletionSource<JsonElement>? command))
            {
                command.SetResult(message);
            }
        }
        else
        {
            string? session = message.TryGetProperty("sessionId", out JsonElement page) ? page.GetString() : null;
            Happened?.Invoke(message.GetProperty("method").GetString()!, message.GetProperty("params"), session);
        }
    }
}
