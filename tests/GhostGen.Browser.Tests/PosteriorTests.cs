using GhostGen.Browser.Tests.Pages;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>The page computes what the same library computes in this process: where multiply-adds are not fused here either, the same bits.</summary>
public sealed class PosteriorTests
{
    /// <summary>Names a file that the picture of the page is written to.</summary>
    private const string Screenshot = "GHOSTGEN_SCREENSHOT";

    private const int Rate = FrontEnd.SampleRate;

    private readonly PublishedPage published;

    /// <summary>Asserts that multiply-adds are as they were asked for.</summary>
    public PosteriorTests(PublishedPage published)
    {
        this.published = published;
        UnfusedPosteriorTests.AssertExpectation();
    }

    [Fact]
    public async Task Words_of_a_recording_are_shown_with_the_posteriors_that_this_process_computes()
    {
        (string[] words, float[] samples) = Sounds.Recording(3);
        SpotterPage page = await published.HearAsync("words.wav", Rate, 1, samples);
        var expected = new Expected(Written(samples));
        Assert.Equal(words, expected.Words);
        await expected.AssertSameAsync(page);
        Assert.Equal(words[^1], await page.TextAsync("word"));
        Assert.Matches(@"^at \d+\.\d\d s, \d+ % sure$", await page.TextAsync("details"));
        string times = await page.TextAsync("times");
        TestContext.Current.TestOutputHelper?.WriteLine(times);
        Assert.Matches(@"^\S+ ms for features and \S+ ms for the network: \S+ % of the 80 ms of sound that they are for, \S+ × real time\.$", times);
        page.AssertClean();
        if (Environment.GetEnvironmentVariable(Screenshot) is { Length: > 0 } picture)
        {
            await page.SaveScreenshotAsync(picture);
        }
    }

    [Fact]
    public async Task Any_sound_has_the_posteriors_that_this_process_computes()
    {
        float[] samples = Sounds.Tones(Rate);
        SpotterPage page = await published.HearAsync("tones.wav", Rate, 1, samples);
        Assert.Equal("Heard tones.wav: 1.30 s.", await page.TextAsync("status"));
        Assert.Equal(Written(samples), await page.HeardAsync("samples"));
        await new Expected(Written(samples)).AssertSameAsync(page);
        page.AssertClean();
    }

    [Fact]
    public async Task Of_several_channels_the_mean_is_heard()
    {
        float[] left = Written(Sounds.Tones(Rate));
        SpotterPage page = await published.HearAsync("stereo.wav", Rate, 2, [.. left.SelectMany(static sample => (float[])[sample, 0])]);
        Assert.Equal("Heard stereo.wav: 1.30 s, the mean of 2 channels.", await page.TextAsync("status"));
        await new Expected([.. left.Select(static sample => sample / 2)]).AssertSameAsync(page);
        page.AssertClean();
    }

    /// <summary>Samples as a file of 16 bits gives them back.</summary>
    private static float[] Written(float[] samples) => WavReader.Read(WavWriter.Bytes(new(Rate, 1, samples)), "written.wav").Samples;
}
