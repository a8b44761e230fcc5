using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>What the network hears, as it did when it was trained: features of a second of sound.</summary>
public static class FrontEnd
{
    /// <summary>From one frame to the next, in samples: 20 ms, which makes 49 frames of a second.</summary>
    public const int Stride = 320;

    /// <summary>
    /// The frames of a stream from one inference to the next, 80 ms. Measured on 1.2 hours of speech (<c>SpeechStreamTests</c>): with 1, 2 and 4 of them 87.0, 87.0
    /// and 86.9 % of the keywords are detected, and 34, 34 and 30 false alarms an hour, so what matters is the cost.
    /// </summary>
    public const int FramesPerInference = 4;

    /// <summary>Samples in a second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>The samples of a clip: one second.</summary>
    public const int ClipLength = SampleRate;

    private const int Window = 640;

    /// <summary>The frames of a clip.</summary>
    public const int ClipFrames = ((ClipLength - Window) / Stride) + 1;

    /// <summary>How features are computed.</summary>
    public static FeatureOptions Options { get; } = FeatureOptions.HelloEdge(Stride);

    /// <summary>From one inference to the next in a stream, in samples.</summary>
    public const int InferenceStride = FramesPerInference * Stride;

    /// <summary>The time from one inference to the next in a stream.</summary>
    public static TimeSpan InferenceTime { get; } = TimeSpan.FromSeconds((double)InferenceStride / SampleRate);

    /// <summary>The time at the end of a number of samples.</summary>
    public static TimeSpan TimeOf(long samples) => TimeSpan.FromTicks(samples * TimeSpan.TicksPerSecond / SampleRate);
}
