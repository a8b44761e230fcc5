using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>The options of commands that spot words.</summary>
internal static class SpottingOptions
{
    private static readonly DetectionOptions Usual = new();

    private static readonly NumberOption Threshold = new("--threshold", "NUMBER", "What a word's smoothed posterior has to exceed", Math.Round(Usual.Threshold, 3), 0, 1);

    private static readonly NumberOption Refractory = new("--refractory", "SECONDS", "How long after a word there is no other", Usual.Refractory.TotalSeconds, 0, DetectionOptions.LongestTime.TotalSeconds);

    private static readonly NumberOption Smoothing = new("--smoothing", "SECONDS", "The time over which posteriors are averaged", Usual.Smoothing.TotalSeconds, 0, DetectionOptions.LongestTime.TotalSeconds);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandOption> All { get; } = [Threshold, Refractory, Smoothing];

    /// <summary>What they say.</summary>
    /// <exception cref="UsageException">One lies outside its bounds.</exception>
    public static DetectionOptions Of(ParsedArguments arguments) => new()
    {
        Threshold = (float)arguments.NumberOf(Threshold),
        Refractory = TimeSpan.FromSeconds(arguments.NumberOf(Refractory)),
        Smoothing = TimeSpan.FromSeconds(arguments.NumberOf(Smoothing)),
    };
}
