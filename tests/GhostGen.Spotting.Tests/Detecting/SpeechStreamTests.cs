using System.Text;
using GhostGen.Samples.Audio.Wav;
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
    private static readonly double[] Smoothings = [0.08, 0.24, 0.4, 0.64, 0.8];
    private static readonly double[] RefractoryPeriods = [0.6, 0.8, 1.0];

    private static readonly Lazy<(SpeechStream Stream, List<float[]> Posteriors)> Heard = new(Hear);

    /// <summary>What README shows of them all.</summary>
    private static readonly DetectionOptions[] Documented =
    [
        Options(0.08, 0.7), Options(0.24, 0.5), Options(0.4, 0.5), Options(0.64, 0.5), Options(0.8, 0.4), Options(0.8, 0.5), Options(0.8, 0.6), Options(0.8, 0.7),
    ];

    [Fact]
    public void Of_all_settings_that_were_tried_none_hears_clearly_more_with_fewer_false_alarms()
    {
        StreamScore usual = Score(new());
        Assert.InRange(usual.HitRate, 0.82, 1);
        Assert.InRange(PerHour(usual.FalseAlarms), 0, 50);
        var table = new StringBuilder("smoothing, threshold, refractory period: detected, another word instead, false alarms an hour\n");
        foreach (DetectionOptions options in Tried())
        {
            StreamScore score = Score(options);
            table.Append(FormattableString.Invariant(
                $"{options.Smoothing.TotalSeconds:0.00} s {options.Threshold:0.0} {options.Refractory.TotalSeconds:0.0} s: {Percent(score.Hits, score)} {Percent(score.Wrong, score),6} {PerHour(score.FalseAlarms),7:0.0}\n"));
            Assert.False(score.HitRate > usual.HitRate + 0.01 && score.FalseAlarms <= usual.FalseAlarms, $"{options} is better than what is usual.");
        }

        output.WriteLine(table.ToString());
    }

    [Fact]
    public void README_says_what_is_detected()
    {
        StreamScore usual = Score(new());
        string text = string.Concat(Documented.Select(options => Row(options, Score(options)))) + FormattableString.Invariant(
            $"\n{Heard.Value.Stream.Words.Count / Heard.Value.Stream.Hours:N0} words an hour are spoken there. The {usual.FalseAlarms} false alarms: {usual.Unknown} unknown words taken for keywords, {usual.Between} between words, {usual.Repeated} for a keyword that was detected already.\n");
        output.WriteLine(text);
        Assert.Contains(text, Checkout.Text("samples/KeywordSpotting/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_noise_alone_there_are_no_words()
    {
        var spotter = new StreamingSpotter();
        foreach (string path in SpeechCommands.Noise)
        {
            spotter.Reset();
            ReadOnlySpan<float> samples = WavReader.Read(path).Samples;
            while (spotter.Next(ref samples))
            {
                Assert.True(spotter.Detection is null, $"{Path.GetFileName(path)}: {spotter.Detection}");
            }

            Assert.Empty(spotter.Finish());
        }
    }

    private static IEnumerable<DetectionOptions> Tried() =>
        from smoothing in Smoothings
        from threshold in Thresholds
        from refractory in RefractoryPeriods
        select Options(smoothing, threshold) with { Refractory = TimeSpan.FromSeconds(refractory) };

    private static DetectionOptions Options(double smoothing, double threshold) => new() { Smoothing = TimeSpan.FromSeconds(smoothing), Threshold = (float)threshold };

    private static (SpeechStream Stream, List<float[]> Posteriors) Hear()
    {
        SpeechStream stream = SpeechStream.Of(SpeechCommands.Test);
        var spotter = new StreamingSpotter();
        List<float[]> posteriors = [];
        ReadOnlySpan<float> samples = stream.Samples;
        while (spotter.Next(ref samples))
        {
            posteriors.Add(spotter.Posteriors.ToArray());
        }

        return (stream, posteriors);
    }

    /// <summary>What a <see cref="StreamingSpotter"/> detects, without running the network again for each of the options.</summary>
    private static StreamScore Score(DetectionOptions options)
    {
        // A test that is skipped inside a lazy value would be remembered as one that fails.
        _ = SpeechCommands.Test;
        (SpeechStream stream, List<float[]> posteriors) = Heard.Value;
        var smoothing = new PosteriorSmoothing(SpotterLabels.Compiled.Names.Count, options.SmoothingCount);
        var filter = new DetectionFilter(SpotterLabels.Compiled, options);
        TimeSpan delay = TimeSpan.FromSeconds(0.5) + (FrontEnd.InferenceTime * ((options.SmoothingCount - 1) / 2.0));
        List<Detection> detections = [];
        for (int inference = 0; inference < posteriors.Count; inference++)
        {
            smoothing.Add(posteriors[inference]);
            TimeSpan end = FrontEnd.TimeOf(FrontEnd.Options.Window + ((long)inference * FrontEnd.InferenceStride));
            detections.AddRange(filter.Add(smoothing.Smoothed, end - delay) is { } detection ? [detection] : []);
        }

        return StreamScore.Of(stream, detections);
    }

    private static string Row(DetectionOptions options, StreamScore score)
    {
        string mark = options == new DetectionOptions() ? "**" : "";
        string[] cells =
        [
            FormattableString.Invariant($"{options.Smoothing.TotalSeconds:0.00} s"),
            FormattableString.Invariant($"{options.Threshold:0.0}"),
            Percent(score.Hits, score),
            Percent(score.Wrong, score),
            FormattableString.Invariant($"{PerHour(score.FalseAlarms):0}"),
        ];
        return string.Concat(cells.Select(cell => $"| {mark}{cell}{mark} ")) + "|\n";
    }

    private static string Percent(int count, StreamScore score) => FormattableString.Invariant($"{100.0 * count / score.Keywords:0.0} %");

    private static double PerHour(int count) => count / Heard.Value.Stream.Hours;
}
