using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>What the same library computes of the same samples in this process.</summary>
internal sealed class Expected
{
    /// <summary>
    /// How far posteriors may be apart. WebAssembly has no fused multiply-add and another library of mathematics, so sums are rounded differently, by a few
    /// units of the last place of a single in each step; 25 steps of a network that settles make little more of it. Measured: TOLERANCE.
    /// </summary>
    private const float Tolerance = 1e-4f;

    private readonly List<float> times = [];
    private readonly List<float> posteriors = [];

    /// <summary>Hears samples.</summary>
    public Expected(ReadOnlySpan<float> samples)
    {
        var spotter = new StreamingSpotter();
        List<Detection> detections = [];
        while (spotter.Next(ref samples))
        {
            Take(spotter);
            if (spotter.Detection is { } detection)
            {
                detections.Add(detection);
            }
        }

        detections.AddRange(spotter.Finish(() => Take(spotter)));
        Detections = detections;
    }

    /// <summary>The detected words.</summary>
    public IReadOnlyList<Detection> Detections { get; }

    /// <summary>The words alone.</summary>
    public IEnumerable<string> Words => Detections.Select(static detection => detection.Word);

    /// <summary>That a page has heard the same.</summary>
    public async Task AssertSameAsync(Pages.SpotterPage page)
    {
        Assert.Equal(times, await page.HeardAsync("times"));
        float[] found = await page.HeardAsync("posteriors");
        Assert.Equal(posteriors.Count, found.Length);
        float largest = posteriors.Zip(found, static (expected, actual) => Math.Abs(expected - actual)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"Posteriors differ by {largest:0.0e+0} at most."));
        Assert.InRange(largest, 0, Tolerance);

        Pages.PageDetection[] detections = await page.DetectionsAsync();
        Assert.Equal(Words, detections.Select(static detection => detection.Word));
        foreach ((Detection expected, Pages.PageDetection actual) in Detections.Zip(detections))
        {
            Assert.Equal(expected.Confidence, actual.Confidence, Tolerance);

            // Of frames that are equally sure but for rounding any may be the surest.
            Assert.Equal(expected.Time.TotalSeconds, actual.Seconds, 10 * FrontEnd.FrameTime.TotalSeconds);
        }
    }

    private void Take(StreamingSpotter spotter)
    {
        times.Add((float)spotter.WordTime.TotalSeconds);
        posteriors.AddRange(spotter.Smoothed);
    }
}
