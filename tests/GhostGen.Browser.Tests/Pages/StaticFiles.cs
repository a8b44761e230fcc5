using System.Net;
using System.Net.Sockets;

namespace GhostGen.Browser.Tests.Pages;

/// <summary>Serves the files of a folder on this machine alone, as any server of static files does.</summary>
internal sealed class StaticFiles : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly string folder;

    /// <summary>Begins to serve.</summary>
    public StaticFiles(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        Address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The address of the folder.</summary>
    public string Address { get; }

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript",
        ".css" => "text/css",
        ".svg" => "image/svg+xml",
        ".wasm" => "application/wasm",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The server was closed, or a browser went away before it had its answer.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string name = context.Request.Url!.AbsolutePath.TrimStart('/');
        string path = Path.GetFullPath(Path.Combine(folder, name.Length == 0 ? "index.html" : Uri.UnescapeDataString(name)));
        using HttpListenerResponse response = context.Response;
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = ContentType(path);
        await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(path));
    }
}
