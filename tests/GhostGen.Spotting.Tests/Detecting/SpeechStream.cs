using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;

namespace GhostGen.Spotting.Tests.Detecting;

/// <summary>A long stream made of clips: each of the words once in a shuffled order, with gaps between them, over noise that never stops.</summary>
internal sealed class SpeechStream
{
    /// <summary>The shortest and the longest time from the end of a clip to the next.</summary>
    private const double ShortestGap = 0.3, LongestGap = 1.7;

    /// <summary>Clips of noise fade into each other, so that there are no clicks.</summary>
    private const int Fade = 800;

    /// <summary>How loud the noise is at most: networks were trained with as much of it (Hello Edge's <c>background_volume</c>). The clips of the test set have all of it.</summary>
    private const double LoudestNoise = 0.1;

    private SpeechStream(float[] samples, IReadOnlyList<SpokenWord> words)
    {
        Samples = samples;
        Words = words;
    }

    /// <summary>Its samples.</summary>
    public float[] Samples { get; }

    /// <summary>What is spoken in it, first to last.</summary>
    public IReadOnlyList<SpokenWord> Words { get; }

    /// <summary>Its length in hours.</summary>
    public double Hours => FrontEnd.TimeOf(Samples.Length).TotalHours;

    /// <summary>Makes a stream of the clips of Speech Commands; those of <c>_silence_</c> are the noise.</summary>
    public static SpeechStream Of(IReadOnlyDictionary<string, IReadOnlyList<string>> clips)
    {
        var random = new Random(1);
        (string Label, string Path)[] order = [.. clips.Where(static label => label.Key != "_silence_").SelectMany(static label => label.Value.Select(path => (label.Key, path)))];
        random.Shuffle(order);
        List<SpokenWord> words = [];
        List<float> samples = [];
        foreach ((string label, string path) in order)
        {
            int gap = (int)(FrontEnd.SampleRate * (ShortestGap + ((LongestGap - ShortestGap) * random.NextDouble())));
            samples.AddRange(new float[gap]);
            float[] clip = WavReader.Read(path).Samples;
            words.Add(new(SpotterLabels.Compiled.IndexOf(label), FrontEnd.TimeOf(samples.Count), FrontEnd.TimeOf(samples.Count + clip.Length)));
            samples.AddRange(clip);
        }

        float[] stream = [.. samples];
        AddNoise(stream, [.. clips["_silence_"].Select(static path => WavReader.Read(path).Samples)], random);
        return new(stream, words);
    }

    private static void AddNoise(float[] stream, float[][] noises, Random random)
    {
        for (int start = 0; start < stream.Length;)
        {
            float[] noise = noises[random.Next(noises.Length)];
            float volume = (float)(LoudestNoise * random.NextDouble());
            for (int i = 0; i < noise.Length && start + i < stream.Length; i++)
            {
                stream[start + i] += volume * noise[i] * Math.Min(1, Math.Min(i, noise.Length - i) / (float)Fade);
            }

            start += noise.Length - Fade;
        }
    }
}
