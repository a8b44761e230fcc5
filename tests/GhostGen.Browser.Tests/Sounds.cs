using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Data;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>Sound for the page to hear.</summary>
internal static class Sounds
{
    private const int CandidatesPerWord = 20;
    private const float Sure = 0.9f;

    /// <summary>Two tones that come and go, 1.3 s of them, sampled at a rate.</summary>
    public static float[] Tones(int sampleRate)
    {
        var samples = new float[sampleRate * 13 / 10];
        for (int i = 0; i < samples.Length; i++)
        {
            double time = (double)i / sampleRate;
            samples[i] = (float)(0.4 * Math.Sin(2 * Math.PI * 3 * time) * (Math.Sin(2 * Math.PI * 440 * time) + Math.Sin(2 * Math.PI * 1100 * time)));
        }

        return samples;
    }

    /// <summary>A recording of words, one after the other, each of which the network is sure of; or skips the calling test where there are no recordings.</summary>
    /// <param name="count">The number of words; which ones depends on the network that the samples have.</param>
    public static (string[] Words, float[] Samples) Recording(int count)
    {
        var gap = new float[FrontEnd.SampleRate / 2];
        List<string> words = [];
        List<float> samples = [.. gap];
        foreach (string word in SpotterLabels.Compiled.Names.Where(SpeechCommands.Test.ContainsKey).Where(_ => words.Count < count))
        {
            if (SureClip(word) is { } clip)
            {
                words.Add(word);
                samples.AddRange(clip);
                samples.AddRange(gap);
            }
        }

        Assert.True(words.Count == count, $"Of {CandidatesPerWord} recordings of each word the network is sure of the words {string.Join(", ", words)} only; it is no keyword spotter.");
        return ([.. words], [.. samples]);
    }

    private static float[]? SureClip(string word) => SpeechCommands.Test[word]
        .Take(CandidatesPerWord)
        .Select(static file => WavReader.Read(file).Samples)
        .FirstOrDefault(samples => new Expected(samples).Detections is [{ Confidence: > Sure } only] && only.Word == word);
}
