using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;
using GhostGen.Spotting.Tests.Data;
using Xunit;

namespace GhostGen.Browser.Tests;

/// <summary>Sound for the page to hear.</summary>
internal static class Sounds
{
    private const int CandidatesPerWord = 20;

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
    public static float[] Recording(params string[] words)
    {
        var gap = new float[FrontEnd.SampleRate / 2];
        return [.. gap, .. words.SelectMany(word => (float[])[.. Clip(word), .. gap])];
    }

    private static float[] Clip(string word)
    {
        float[]? clip = SpeechCommands.Test[word]
            .Take(CandidatesPerWord)
            .Select(static file => WavReader.Read(file).Samples)
            .FirstOrDefault(samples => new Expected(samples).Detections is [{ Confidence: > 0.95f } only] && only.Word == word);
        Assert.True(clip is not null, $"Of {CandidatesPerWord} recordings of '{word}' the network is sure of none; it is not the spotter that these tests are about.");
        return clip;
    }
}
