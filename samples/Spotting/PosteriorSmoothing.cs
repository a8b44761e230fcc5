namespace GhostGen.Samples.Spotting;

/// <summary>
/// Averages the posteriors of the last inferences, as Chen, Parada and Heigold do (ICASSP 2014, equation 2). Before there are as many the missing ones count
/// as zeros, so that nothing is certain at once. Nothing is allocated after construction.
/// </summary>
public sealed class PosteriorSmoothing
{
    private readonly float[] recent;
    private readonly float[] smoothed;
    private readonly int count;
    private int next;

    /// <summary>Prepares smoothing.</summary>
    /// <param name="labels">The number of posteriors of an inference.</param>
    /// <param name="count">How many inferences are averaged, one at least.</param>
    public PosteriorSmoothing(int labels, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(labels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        recent = new float[labels * count];
        smoothed = new float[labels];
        this.count = count;
    }

    /// <summary>The averages, a value for each label.</summary>
    public ReadOnlySpan<float> Smoothed => smoothed;

    /// <summary>Takes the posteriors of an inference in place of those of the oldest.</summary>
    /// <exception cref="ArgumentException">The number of posteriors is not that of the labels.</exception>
    public void Add(ReadOnlySpan<float> posteriors)
    {
        if (posteriors.Length != smoothed.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {posteriors.Length} posteriors; {smoothed.Length} are expected."), nameof(posteriors));
        }

        posteriors.CopyTo(recent.AsSpan(next * smoothed.Length));
        next = (next + 1) % count;

        // Summed anew each time: a running sum would drift, and depend on all that was ever heard.
        Array.Clear(smoothed);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> values = recent.AsSpan((next + i) % count * smoothed.Length, smoothed.Length);
            for (int label = 0; label < smoothed.Length; label++)
            {
                smoothed[label] += values[label];
            }
        }

        for (int label = 0; label < smoothed.Length; label++)
        {
            smoothed[label] /= count;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(recent);
        Array.Clear(smoothed);
        next = 0;
    }
}
