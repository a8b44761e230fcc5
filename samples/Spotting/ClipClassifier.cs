using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>Says which word a clip of about a second holds. Nothing is allocated after construction; an instance is for one thread at a time.</summary>
public sealed class ClipClassifier
{
    private readonly FrameFeatures features = new(FrontEnd.Options);
    private readonly FeatureRing second = new();
    private readonly float[] clip = new float[FrontEnd.ClipLength];
    private readonly float[] frame = new float[FrontEnd.Options.Size];
    private readonly ClipNetwork network;

    /// <summary>Prepares the compiled network.</summary>
    public ClipClassifier()
        : this(new KeywordSpotter())
    {
    }

    /// <summary>Prepares any network.</summary>
    /// <param name="model">The network, whose state nobody else may rely on from now on.</param>
    /// <exception cref="ArgumentException">It is no keyword spotter for these features.</exception>
    public ClipClassifier(IStreamingModel model) => network = new(model);

    /// <summary>What the posteriors mean.</summary>
    public SpotterLabels Labels => network.Labels;

    /// <summary>Classifies a clip.</summary>
    /// <param name="samples">
    /// Samples of 16 kHz, from -1 to 1. Zeros follow what is shorter than a second, as in training; of what is longer the loudest second is taken.
    /// </param>
    /// <returns>A posterior for each label, until the next call.</returns>
    public ReadOnlySpan<float> Classify(ReadOnlySpan<float> samples)
    {
        ReadOnlySpan<float> part = samples[LoudestSecond.StartOf(samples)..];
        part = part[..Math.Min(part.Length, clip.Length)];
        part.CopyTo(clip);
        clip.AsSpan(part.Length).Clear();
        for (int index = 0; index < FrontEnd.ClipFrames; index++)
        {
            features.Compute(clip.AsSpan(index * FrontEnd.Stride, FrontEnd.Options.Window), frame);
            second.Add(frame);
        }

        return network.Run(second);
    }
}
