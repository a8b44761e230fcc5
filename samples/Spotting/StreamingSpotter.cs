using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>
/// Spots keywords in a stream of samples: every 80 ms the network is run over the last second, and its posteriors are smoothed and filtered. Before the
/// stream it was silent. Nothing is allocated after construction, but for what <see cref="Finish"/> returns; an instance is for one thread at a time.
/// </summary>
/// <example>
/// <code>
/// while (spotter.Next(ref samples))
/// {
///     if (spotter.Detection is { } detection)
///     {
///         Console.WriteLine($"{detection.Time} {detection.Word}");
///     }
/// }
/// </code>
/// </example>
public sealed class StreamingSpotter
{
    private static readonly TimeSpan HalfSecond = TimeSpan.FromSeconds(0.5);

    private readonly StreamingFeatures features = new(FrontEnd.Options);
    private readonly FeatureRing second = new();
    private readonly float[] frame = new float[FrontEnd.Options.Size];
    private readonly ClipNetwork network;
    private readonly PosteriorSmoothing smoothing;
    private readonly DetectionFilter filter;
    private readonly TimeSpan delay;
    private int framesUntilInference = 1;

    /// <summary>Prepares the compiled network.</summary>
    /// <param name="options">When posteriors become a detection; the measured settings where it is left out.</param>
    /// <exception cref="ArgumentException">An option lies outside its bounds.</exception>
    public StreamingSpotter(DetectionOptions? options = null)
        : this(new KeywordSpotter(), options)
    {
    }

    /// <summary>Prepares any network.</summary>
    /// <param name="model">The network, whose state nobody else may rely on from now on.</param>
    /// <param name="options">When posteriors become a detection; the measured settings where it is left out.</param>
    /// <exception cref="ArgumentException">It is no keyword spotter for these features, or an option lies outside its bounds.</exception>
    public StreamingSpotter(IStreamingModel model, DetectionOptions? options = null)
    {
        options ??= new();
        network = new(model);
        filter = new(Labels, options);
        smoothing = new(Labels.Names.Count, options.SmoothingCount);

        // A word is in the middle of the second that it is heard in, and an average belongs to the middle of what it is of.
        delay = HalfSecond + (FrontEnd.InferenceTime * ((options.SmoothingCount - 1) / 2.0));
    }

    /// <summary>What the posteriors mean.</summary>
    public SpotterLabels Labels => network.Labels;

    /// <summary>How often the network has run over a second. The first time is behind the first frame of the stream.</summary>
    public long Inferences { get; private set; }

    /// <summary>The time at the end of the last inference's second; 0 before the first.</summary>
    public TimeSpan Time => Inferences == 0 ? TimeSpan.Zero : FrontEnd.TimeOf(FrontEnd.Options.Window + ((Inferences - 1) * FrontEnd.InferenceStride));

    /// <summary>Where the words are in the stream that <see cref="Smoothed"/> is about; 0 while that is before its beginning.</summary>
    public TimeSpan WordTime => Time > delay ? Time - delay : TimeSpan.Zero;

    /// <summary>The posteriors of the last inference's second, one for each label; zeros before the first.</summary>
    public ReadOnlySpan<float> Posteriors => network.Posteriors;

    /// <summary>The posteriors, averaged over some inferences.</summary>
    public ReadOnlySpan<float> Smoothed => smoothing.Smoothed;

    /// <summary>What the last inference has made certain, if anything.</summary>
    public Detection? Detection { get; private set; }

    /// <summary>Takes samples off the front of a span until an inference is due, and makes it.</summary>
    /// <param name="samples">What has come, 16 kHz from -1 to 1; what is left of it afterwards has not been heard yet.</param>
    /// <returns>Whether there was one, so that there are new posteriors and perhaps a detection. If not, all samples have been taken.</returns>
    public bool Next(ref ReadOnlySpan<float> samples)
    {
        while (framesUntilInference > 0)
        {
            if (!features.Next(ref samples, frame))
            {
                return false;
            }

            second.Add(frame);
            framesUntilInference--;
        }

        framesUntilInference = FrontEnd.FramesPerInference;
        smoothing.Add(network.Run(second));
        Inferences++;
        Detection = filter.Add(smoothing.Smoothed, WordTime);
        return true;
    }

    /// <summary>Hears a stream out: as much silence follows it as brings its end into the middle of a second. Then <see cref="Reset"/> begins another stream.</summary>
    /// <param name="heard">Is called after each inference in that silence, as there are new posteriors.</param>
    /// <returns>What was detected in its end.</returns>
    public IReadOnlyList<Detection> Finish(Action? heard = null)
    {
        List<Detection> detections = [];
        ReadOnlySpan<float> silence = new float[(int)(delay.TotalSeconds * FrontEnd.SampleRate)];
        while (Next(ref silence))
        {
            heard?.Invoke();
            if (Detection is { } detection)
            {
                detections.Add(detection);
            }
        }

        Detection = filter.Finish();
        if (Detection is { } last)
        {
            detections.Add(last);
        }

        return detections;
    }

    /// <summary>Forgets everything: a new stream begins.</summary>
    public void Reset()
    {
        features.Reset();
        second.Reset();
        network.Reset();
        smoothing.Reset();
        filter.Reset();
        framesUntilInference = 1;
        Inferences = 0;
        Detection = null;
    }
}
