using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Data;
using Xunit;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>
/// Words that are detected in more than an hour of real speech: half of the official test set, one clip after the other over noise. This is what
/// <see cref="DetectionOptions"/> are chosen by; <c>-showLiveOutput</c> shows the table.
/// </summary>
public sealed class SpeechStreamTests(ITestOutputHelper output)
{
    private static readonly double[] Thresholds = [0.4, 0.5, 0.6, 0.7];
    private static readonly double[] Smoothings = [0.04, 0.2, 0.4, 0.6, 0.8];
    private static readonly double[] RefractoryPeriods = [0.6, 0.8, 1.0];

    [Fact]
    public void Of_all_settings_that_were_tried_none_hears_clearly_more_with_fewer_false_alarms()
    {
        SpeechStream stream = SpeechStream.Of(SpeechCommands.Test);
        List<float[]> posteriors = Posteriors(stream);
        StreamScore usual = Score(stream, posteriors, new());
        output.WriteLine(FormattableString.Invariant($"{stream.Hours:0.00} hours, {usual.Keywords} keywords"));
        Assert.InRange(usual.HitRate, 0.82, 1);
        Assert.InRange(usual.FalseAlarms / stream.Hours, 0, 50);
        output.WriteLine("smoothing  threshold  refractory   hits %  wrong %  false alarms an hour");
        Write(stream, new(), usual);
        foreach (DetectionOptions options in Tried())
        {
            StreamScore score = Score(stream, posteriors, options);
            Write(stream, options, score);
            Assert.False(score.HitRate > usual.HitRate + 0.01 && score.FalseAlarms <= usual.FalseAlarms, $"{options} is better than what is usual.");
        }
    }

    private static IEnumerable<DetectionOptions> Tried() =>
        from smoothing in Smoothings
        from threshold in Thresholds
        from refractory in RefractoryPeriods
        select new DetectionOptions { Smoothing = TimeSpan.FromSeconds(smoothing), Threshold = (float)threshold, Refractory = TimeSpan.FromSeconds(refractory) };

    private static List<float[]> Posteriors(SpeechStream stream)
    {
        var spotter = new StreamingSpotter();
        List<float[]> posteriors = [];
        ReadOnlySpan<float> samples = stream.Samples;
        while (spotter.Next(ref samples))
        {
            posteriors.Add(spotter.Posteriors.ToArray());
        }

        return posteriors;
    }

    /// <summary>What a <see cref="StreamingSpotter"/> detects, without running the network again for each of the options.</summary>
    private static StreamScore Score(SpeechStream stream, List<float[]> posteriors, DetectionOptions options)
    {
        var smoothing = new PosteriorSmoothing(SpotterLabels.Compiled.Names.Count, options.SmoothingFrames);
        var filter = new DetectionFilter(SpotterLabels.Compiled, options);
        TimeSpan delay = TimeSpan.FromSeconds(0.5) + (FrontEnd.FrameTime * ((options.SmoothingFrames - 1) / 2.0));
        List<Detection> detections = [];
        for (int frame = 0; frame < posteriors.Count; frame++)
        {
            smoothing.Add(posteriors[frame]);
            TimeSpan end = FrontEnd.TimeOf(FrontEnd.Options.Window + ((long)frame * FrontEnd.Stride));
            detections.AddRange(filter.Add(smoothing.Smoothed, end - delay) is { } detection ? [detection] : []);
        }

        return StreamScore.Of(stream, detections);
    }

    private void Write(SpeechStream stream, DetectionOptions options, StreamScore score) => output.WriteLine(FormattableString.Invariant(
        $"{options.Smoothing.TotalSeconds,7:0.00} s  {options.Threshold,9:0.00}  {options.Refractory.TotalSeconds,8:0.0} s  {100 * score.HitRate,7:0.0}  {100.0 * score.Wrong / score.Keywords,7:0.0}  {score.FalseAlarms / stream.Hours,20:0.0}"));
}
