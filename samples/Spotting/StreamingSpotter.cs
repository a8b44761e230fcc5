using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>
/// Spots keywords in a stream of samples: after each frame the network is run over the last second, and its posteriors are smoothed and filtered. Before
/// the stream it was silent. Nothing is allocated after construction, but for what <see cref="Finish"/> returns; an instance is for one thread at a time.
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
        smoothing = new(Labels.Names.Count, options.SmoothingFrames);

        // A word is in the middle of the second that it is heard in, and an average belongs to the middle of its frames.
        delay = HalfSecond + (FrontEnd.FrameTime * ((options.SmoothingFrames - 1) / 2.0));
    }

    /// <summary>What the posteriors mean.</summary>
    public SpotterLabels Labels => network.Labels;

    /// <summary>The frames that were heard.</summary>
    public long Frames { get; private set; }

    /// <summary>The time at the end of the last frame; 0 before the first.</summary>
    public TimeSpan Time => Frames == 0 ? TimeSpan.Zero : FrontEnd.TimeOf(FrontEnd.Options.Window + ((Frames - 1) * FrontEnd.Stride));

    /// <summary>Where the words are in the stream that <see cref="Smoothed"/> is about; 0 while that is before its beginning.</summary>
    public TimeSpan WordTime => Time > delay ? Time - delay : TimeSpan.Zero;

    /// <summary>The posteriors of the second that ends with the last frame, one for each label; zeros before the first frame.</summary>
    public ReadOnlySpan<float> Posteriors => network.Posteriors;

    /// <summary>The posteriors, averaged over some frames.</summary>
    public ReadOnlySpan<float> Smoothed => smoothing.Smoothed;

    /// <summary>What the last frame has made certain, if anything.</summary>
    public Detection? Detection { get; private set; }

    /// <summary>Takes samples off the front of a span until a frame is full, and then looks at the last second.</summary>
    /// <param name="samples">What has come, 16 kHz from -1 to 1; what is left of it afterwards has not been heard yet.</param>
    /// <returns>Whether a frame was full, so that there are new posteriors and perhaps a detection. If not, all samples have been taken.</returns>
    public bool Next(ref ReadOnlySpan<float> samples)
    {
        if (!features.Next(ref samples, frame))
        {
            return false;
        }

        second.Add(frame);
        smoothing.Add(network.Run(second));
        Frames++;
        Detection = filter.Add(smoothing.Smoothed, WordTime);
        return true;
    }

    /// <summary>Hears a stream out: as much silence follows it as brings its end into the middle of a second. Then <see cref="Reset"/> begins another stream.</summary>
    /// <param name="heard">Is called after each frame of that silence, as there are new posteriors.</param>
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
        Frames = 0;
        Detection = null;
    }
}
