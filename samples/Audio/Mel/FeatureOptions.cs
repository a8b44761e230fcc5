namespace GhostGen.Samples.Audio.Mel;

/// <summary>How features are computed from samples.</summary>
public sealed record FeatureOptions
{
    /// <summary>Samples in a second.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>The samples of a frame.</summary>
    public required int Window { get; init; }

    /// <summary>The samples from one frame to the next, at most a window.</summary>
    public required int Stride { get; init; }

    /// <summary>The length of the Fourier transform: a power of two, at least a window.</summary>
    public required int TransformLength { get; init; }

    /// <summary>The number of mel bands.</summary>
    public required int Bands { get; init; }

    /// <summary>Where the lowest band begins, in Hz.</summary>
    public required double LowestFrequency { get; init; }

    /// <summary>Where the highest band ends, in Hz.</summary>
    public required double HighestFrequency { get; init; }

    /// <summary>How frequencies become mels.</summary>
    public required MelScale MelScale { get; init; }

    /// <summary>In which unit the sides of bands are straight.</summary>
    public required Triangles Triangles { get; init; }

    /// <summary>Whether wide bands are lower, so that all have the same area.</summary>
    public bool HasUnitArea { get; init; }

    /// <summary>Whether bands sum powers; otherwise magnitudes.</summary>
    public bool IsPower { get; init; }

    /// <summary>Whether the logarithm is in decibels; otherwise it is the natural one.</summary>
    public bool IsDecibel { get; init; }

    /// <summary>The least sum of a band that the logarithm is taken of.</summary>
    public required double Floor { get; init; }

    /// <summary>The cepstral coefficients of a frame; 0 for the logarithms of the bands themselves.</summary>
    public int Coefficients { get; init; }

    /// <summary>Whether the cosine transform is orthonormal, as librosa has it.</summary>
    public bool IsOrthonormal { get; init; }

    /// <summary>The values of a frame.</summary>
    public int Size => Coefficients == 0 ? Bands : Coefficients;

    /// <summary>
    /// The features of "Hello Edge" (arXiv 1711.07128) as TensorFlow's <c>audio_spectrogram</c> and <c>mfcc</c> compute them: 10 coefficients of 40 bands
    /// from 20 to 4000 Hz, windows of 40 ms.
    /// </summary>
    /// <param name="stride">From one frame to the next, in samples: 640 (40 ms) for the small network, 320 (20 ms) for the others.</param>
    public static FeatureOptions HelloEdge(int stride) => new()
    {
        Window = 640,
        Stride = stride,
        TransformLength = 1024,
        Bands = 40,
        LowestFrequency = 20,
        HighestFrequency = 4000,
        MelScale = MelScale.Logarithmic,
        Triangles = Triangles.InMels,
        Floor = 1e-12,
        Coefficients = 10,
    };

    /// <summary>The features of <c>librosa.feature.mfcc</c> with its defaults, without the centring of frames and the limit of 80 dB: these need the whole recording, and <see cref="RecordingFeatures"/> has them.</summary>
    /// <param name="coefficients">The coefficients of a frame.</param>
    public static FeatureOptions Librosa(int coefficients) => new()
    {
        Window = 2048,
        Stride = 512,
        TransformLength = 2048,
        Bands = 128,
        LowestFrequency = 0,
        HighestFrequency = 8000,
        MelScale = MelScale.Slaney,
        Triangles = Triangles.InHertz,
        HasUnitArea = true,
        IsPower = true,
        IsDecibel = true,
        Floor = 1e-10,
        Coefficients = coefficients,
        IsOrthonormal = true,
    };
}
