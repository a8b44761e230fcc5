using GhostGen.Samples.Audio.Mel;
using GhostGen.Samples.Audio.Wav;
using GhostGen.Spotting.Tests.Data;

namespace GhostGen.Spotting.Tests.Networks;

/// <summary>What a network hears of the clips of the test set; computed once.</summary>
internal sealed class FrontEnd
{
    private readonly Lazy<float[][]> features;

    private FrontEnd(Func<Func<float[], float[]>> prepare) => features = new(() => OfAllClips(prepare));

    /// <summary>25 frames of 10 cepstral coefficients, 40 ms apart, as TensorFlow computes them.</summary>
    public static FrontEnd HelloEdge40 { get; } = new(static () => Frames(FeatureOptions.HelloEdge(640)));

    /// <summary>49 frames of 10 cepstral coefficients, 20 ms apart, as TensorFlow computes them.</summary>
    public static FrontEnd HelloEdge20 { get; } = new(static () => Frames(FeatureOptions.HelloEdge(320)));

    /// <summary>32 frames of 12 cepstral coefficients, 32 ms apart, as librosa computes them.</summary>
    public static FrontEnd Librosa { get; } = new(static () =>
    {
        var recording = new RecordingFeatures(FeatureOptions.Librosa(12));
        return samples => recording.Compute(samples);
    });

    /// <summary>The clips of the test set and their labels, in the order of <see cref="Features"/>. Skips the calling test where they are absent.</summary>
    public static IEnumerable<(string File, string Label)> Clips =>
        SpeechCommands.Test.SelectMany(static label => label.Value.Select(file => (File: file, Label: label.Key)));

    /// <summary>The features of each clip, frame after frame. Skips the calling test where the clips are absent.</summary>
    public float[][] Features => features.Value;

    private static float[][] OfAllClips(Func<Func<float[], float[]>> prepare)
    {
        string[] files = [.. Clips.Select(static clip => clip.File)];
        var features = new float[files.Length][];
        Parallel.For(0, files.Length, prepare, (i, _, compute) =>
        {
            features[i] = compute(WavReader.Read(files[i]).Samples);
            return compute;
        }, static _ => { });
        return features;
    }

    private static Func<float[], float[]> Frames(FeatureOptions options)
    {
        var frames = new FrameFeatures(options);
        return samples =>
        {
            var features = new float[(1 + ((samples.Length - options.Window) / options.Stride)) * options.Size];
            for (int frame = 0; frame * options.Size < features.Length; frame++)
            {
                frames.Compute(samples.AsSpan(frame * options.Stride, options.Window), features.AsSpan(frame * options.Size, options.Size));
            }

            return features;
        };
    }
}
