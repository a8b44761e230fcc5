namespace GhostGen.Samples.Spotting;

/// <summary>
/// When posteriors become a detection. What is usual was chosen by measurements on 1.2 hours of real speech; <c>SpeechStreamTests</c> repeats them, and the
/// README of samples/KeywordSpotting has their table.
/// </summary>
public sealed record DetectionOptions
{
    /// <summary>
    /// The time over which posteriors are averaged. As long as a word is in the second that is heard: with 0.2 s there are many times as many false alarms,
    /// for parts of words at the edges of a second.
    /// </summary>
    public TimeSpan Smoothing { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>What the smoothed posterior of a keyword has to exceed, from 0 to 1.</summary>
    public float Threshold { get; init; } = 0.5f;

    /// <summary>How long after a detection there is no other. Words are often detected twice with less than 0.8 s.</summary>
    public TimeSpan Refractory { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>The inferences whose posteriors are averaged, one at least.</summary>
    public int SmoothingCount => InferencesIn(Smoothing, 1);

    /// <summary>The inferences after a detection in which there is no other.</summary>
    public int RefractoryCount => InferencesIn(Refractory, 0);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One lies outside its bounds; the message says which.</exception>
    public void Validate()
    {
        if (!(Threshold is >= 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The threshold is {Threshold}; it has to be from 0 to 1."));
        }

        if (Smoothing < TimeSpan.Zero || Smoothing > LongestTime || Refractory < TimeSpan.Zero || Refractory > LongestTime)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Smoothing takes {Smoothing.TotalSeconds} s and the refractory period {Refractory.TotalSeconds} s; both have to be from 0 to {LongestTime.TotalSeconds} s."));
        }
    }

    /// <summary>The longest time for smoothing and for the refractory period.</summary>
    public static TimeSpan LongestTime { get; } = TimeSpan.FromSeconds(60);

    private static int InferencesIn(TimeSpan time, int least) => Math.Max(least, (int)Math.Round(time / FrontEnd.InferenceTime));
}
