namespace GhostGen.Samples.Spotting;

/// <summary>When posteriors become a detection.</summary>
public sealed record DetectionOptions
{
    /// <summary>The time over which posteriors are averaged.</summary>
    public TimeSpan Smoothing { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What the smoothed posterior of a keyword has to exceed, from 0 to 1.</summary>
    public float Threshold { get; init; } = 0.7f;

    /// <summary>How long after a detection there is no other.</summary>
    public TimeSpan Refractory { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>The frames over which posteriors are averaged, one at least.</summary>
    public int SmoothingFrames => FramesOf(Smoothing, 1);

    /// <summary>The frames after a detection in which there is no other.</summary>
    public int RefractoryFrames => FramesOf(Refractory, 0);

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

    private static int FramesOf(TimeSpan time, int least) => Math.Max(least, (int)Math.Round(time / FrontEnd.FrameTime));
}
