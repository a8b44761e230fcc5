using System.Reflection;
using GhostGen.Browser.Tests.Chromium;
using GhostGen.Browser.Tests.Pages;
using GhostGen.Package.Tests;
using GhostGen.Samples.Audio.Wav;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PublishedPage))]

// Browsers take all cores anyway.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace GhostGen.Browser.Tests.Pages;

/// <summary>The page of samples/KeywordSpotting.Browser, published from what was built along with these tests, and served.</summary>
public sealed class PublishedPage : IDisposable
{
    /// <summary>Names the address of a page that another process has published and serves.</summary>
    internal const string AddressVariable = "GHOSTGEN_PAGE";

    private readonly string folder = Directory.CreateTempSubdirectory("ghostgen-browser-tests-").FullName;
    private readonly Lazy<StaticFiles> files;
    private readonly Lazy<Task<HeadlessChromium>> browser = new(static () => HeadlessChromium.StartAsync());

    /// <summary>Prepares the page; it is published for the first test that needs it.</summary>
    public PublishedPage() => files = new(Publish);

    /// <summary>Where the page is. Skips the calling test where there is no browser to open it in.</summary>
    internal string Address
    {
        get
        {
            HeadlessChromium.Require();
            return Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } known ? known : files.Value.Address;
        }
    }

    /// <summary>A file that tests write, for the page to read.</summary>
    internal string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>Opens the page in a browser that all tests share, or skips the calling test where there is none.</summary>
    internal async Task<SpotterPage> OpenAsync()
    {
        HeadlessChromium.Require();
        return await OpenAsync(await browser.Value);
    }

    /// <summary>Opens the page, writes a file of 16-bit samples, and waits until the page has heard it.</summary>
    internal async Task<SpotterPage> HearAsync(string name, int sampleRate, int channels, float[] samples)
    {
        WavWriter.Write(PathOf(name), new(sampleRate, channels, samples));
        SpotterPage page = await OpenAsync();
        await page.HearAsync(PathOf(name));
        return page;
    }

    /// <summary>Opens the page in a browser.</summary>
    internal Task<SpotterPage> OpenAsync(HeadlessChromium browser) => SpotterPage.OpenAsync(browser, Address);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (browser.IsValueCreated)
        {
            browser.Value.GetAwaiter().GetResult().Dispose();
        }

        if (files.IsValueCreated)
        {
            files.Value.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private StaticFiles Publish()
    {
        string configuration = typeof(PublishedPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;
        CommandLine.Dotnet(
            folder, "publish", Repository.PathOf("samples", "KeywordSpotting.Browser"), "--no-build", "-c", configuration, "-o", PathOf("page")).Succeeded();
        return new(Path.Combine(PathOf("page"), "wwwroot"));
    }
}
