using GhostGen.Samples.Audio.Mel;

namespace GhostGen.Samples.Spotting;

/// <summary>What the network hears, as it did when it was trained: features of a second of sound.</summary>
public static class FrontEnd
{
    /// <summary>From one frame to the next, in samples. All else follows from it: 640 makes 25 frames of a second, 320 makes 49.</summary>
    public const int Stride = 640;

    /// <summary>Samples in a second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>The samples of a clip: one second.</summary>
    public const int ClipLength = SampleRate;

    private const int Window = 640;

    /// <summary>The frames of a clip.</summary>
    public const int ClipFrames = ((ClipLength - Window) / Stride) + 1;

    /// <summary>How features are computed.</summary>
    public static FeatureOptions Options { get; } = FeatureOptions.HelloEdge(Stride);

    /// <summary>The time from one frame to the next.</summary>
    public static TimeSpan FrameTime { get; } = TimeSpan.FromSeconds((double)Stride / SampleRate);

    /// <summary>The time at the end of a number of samples.</summary>
    public static TimeSpan TimeOf(long samples) => TimeSpan.FromTicks(samples * TimeSpan.TicksPerSecond / SampleRate);
}
