using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>What the network hears, as it did when it was trained: features of a second of sound.</summary>
public static class FrontEnd
{
    /// <summary>From one frame to the next, in samples: 20 ms, which makes 49 frames of a second.</summary>
    public const int Stride = 320;

    /// <summary>
    /// The frames of a stream from one inference to the next, 80 ms. Two or four times as often costs as many times as much, detects hardly more words in the
    /// 1.2 hours of speech of <c>SpeechStreamTests</c>, and makes no fewer false alarms.
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
