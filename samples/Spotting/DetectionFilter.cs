namespace GhostGen.Samples.Spotting;

/// <summary>
/// Makes detections of smoothed posteriors. A keyword whose posterior exceeds the threshold is held until it has stopped rising, so that a detection says
/// how sure the network was at its surest, and of which word. Silence and unknown words are never detected. Nothing is allocated after construction.
/// </summary>
public sealed class DetectionFilter
{
    /// <summary>How many inferences may pass without a rise before a detection is made: averages rise and fall once for a word.</summary>
    public const int InferencesWithoutRise = 2;

    private readonly SpotterLabels labels;
    private readonly DetectionOptions options;
    private readonly int refractory;
    private Detection held;
    private long heldAt;
    private bool isHeld;
    private long inference;
    private long quietUntil;

    /// <summary>Prepares a filter.</summary>
    /// <exception cref="ArgumentException">An option lies outside its bounds.</exception>
    public DetectionFilter(SpotterLabels labels, DetectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.labels = labels;
        this.options = options;
        refractory = options.RefractoryCount;
    }

    /// <summary>Looks at the next inference.</summary>
    /// <param name="smoothed">Its smoothed posteriors, one for each label.</param>
    /// <param name="time">Where it is in the stream.</param>
    /// <returns>A detection that is certain now, and may lie some inferences back; or none.</returns>
    public Detection? Add(ReadOnlySpan<float> smoothed, TimeSpan time)
    {
        int best = BestKeyword(smoothed);
        bool exceeds = best >= 0 && smoothed[best] > options.Threshold;
        Detection? detection = null;
        if (isHeld && (!exceeds || (smoothed[best] <= held.Confidence && inference - heldAt >= InferencesWithoutRise)))
        {
            detection = Release();
        }
        else if (exceeds && inference >= quietUntil && (!isHeld || smoothed[best] > held.Confidence))
        {
            held = new(best, labels.Names[best], time, smoothed[best]);
            heldAt = inference;
            isHeld = true;
        }

        inference++;
        return detection;
    }

    /// <summary>Ends a stream.</summary>
    /// <returns>The detection that was still held, or none.</returns>
    public Detection? Finish() => isHeld ? Release() : null;

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        isHeld = false;
        inference = 0;
        quietUntil = 0;
    }

    private Detection Release()
    {
        isHeld = false;
        quietUntil = heldAt + refractory;
        return held;
    }

    private int BestKeyword(ReadOnlySpan<float> smoothed)
    {
        int best = -1;
        for (int label = 0; label < smoothed.Length; label++)
        {
            if (labels.IsKeyword(label) && (best < 0 || smoothed[label] > smoothed[best]))
            {
                best = label;
            }
        }

        return best;
    }
}
