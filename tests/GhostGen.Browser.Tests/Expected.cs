using GhostGen.Browser.Tests.Pages;
using GhostGen.Kernels;
using GhostGen.Samples.Spotting;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>What the same library computes of the same samples in this process.</summary>
internal sealed class Expected
{
    /// <summary>
    /// How far posteriors may be apart where this process fuses multiply-adds: WebAssembly rounds products too, by half a unit of the last place of a single in
    /// each, and what a network settles to is not moved far by that. Measured: 1.8e-7. Where this process rounds products as well, nothing may differ.
    /// </summary>
    private const float FusedTolerance = 1e-4f;

    /// <summary>Of inferences that are equally sure but for rounding any may be the surest.</summary>
    private const double FusedInferences = 10;

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
    public async Task AssertSameAsync(SpotterPage page)
    {
        Assert.Equal(times, await page.HeardAsync("times"));
        float[] found = await page.HeardAsync("posteriors");
        Assert.Equal(posteriors.Count, found.Length);
        float tolerance = Scalar.IsFused ? FusedTolerance : 0;
        double late = Scalar.IsFused ? FusedInferences * FrontEnd.InferenceTime.TotalSeconds : 0;
        float largest = posteriors.Zip(found, static (expected, actual) => Math.Abs(expected - actual)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"Posteriors differ by {largest:0.0e+0} at most."));
        Assert.InRange(largest, 0, tolerance);

        PageDetection[] detections = await page.DetectionsAsync();
        Assert.Equal(Words, detections.Select(static detection => detection.Word));
        foreach ((Detection expected, PageDetection actual) in Detections.Zip(detections))
        {
            Assert.InRange(Math.Abs(expected.Confidence - actual.Confidence), 0, tolerance);
            Assert.InRange(Math.Abs(expected.Time.TotalSeconds - actual.Seconds), 0, late);
        }
    }

    private void Take(StreamingSpotter spotter)
    {
        times.Add((float)spotter.WordTime.TotalSeconds);
        posteriors.AddRange(spotter.Smoothed);
    }
}
