using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace GhostGen.Browser.Tests.Chromium;

/// <summary>Chromium without a window, in a process of its own and with a profile of its own.</summary>
internal sealed partial class HeadlessChromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly string profile = Directory.CreateTempSubdirectory("ghostgen-chromium-").FullName;
    private readonly Process process;

    private HeadlessChromium(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        List<string> all = ["--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", .. arguments];
        if (Environment.IsPrivilegedProcess)
        {
            // Chromium does not start for root with its sandbox; the only page that it opens here is ours.
            all.Add("--no-sandbox");
        }

        all.ForEach(start.ArgumentList.Add);
        process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>The connection to it.</summary>
    public DevTools Tools { get; private set; } = null!;

    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Skips the calling test where there is no browser.</summary>
    public static void Require() =>
        Assert.SkipWhen(Program is null, $"Pages are tested in Chromium (Debian package chromium), and there is no {string.Join(" or ", Names)} in the folders of PATH.");

    /// <summary>Starts it, or skips the calling test where there is none.</summary>
    /// <param name="arguments">Switches beside those that every test needs.</param>
    public static async Task<HeadlessChromium> StartAsync(params string[] arguments)
    {
        Require();
        var browser = new HeadlessChromium(Program!, arguments);
        try
        {
            browser.Tools = await DevTools.ConnectAsync(await browser.AddressAsync().WaitAsync(Patience));
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tools?.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        DeleteProfile();
    }

    [GeneratedRegex("DevTools listening on (ws://.*)")]
    private static partial Regex Listening();

    private async Task<Uri> AddressAsync()
    {
        List<string> lines = [];
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                // Whatever else it writes has to be read, or else it waits for that some time.
                _ = process.StandardError.ReadToEndAsync();
                return new(match.Groups[1].Value.Trim());
            }

            lines.Add(line);
        }

        throw new InvalidOperationException($"Chromium ended before it could be connected to:\n{string.Join('\n', lines)}");
    }

    /// <summary>Processes that have just ended may still have written a file.</summary>
    private void DeleteProfile()
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(profile, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
