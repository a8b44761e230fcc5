using GhostGen.Samples.Audio.Wav;
using Xunit;

namespace GhostGen.Spotting.Tests.Data;

/// <summary>The recordings are those that accuracies were measured on elsewhere: half of the official test set.</summary>
public sealed class SpeechCommandsTests
{
    private static readonly string[] Labels = ["_silence_", "_unknown_", "down", "go", "left", "no", "off", "on", "right", "stop", "up", "yes"];

    [Fact]
    public void The_test_set_has_twelve_labels_with_about_two_hundred_clips_each()
    {
        Assert.Equal(Labels, SpeechCommands.Test.Keys);
        Assert.Equal(2404, SpeechCommands.Test.Values.Sum(static clips => clips.Count));
        Assert.All(SpeechCommands.Test.Values, static clips => Assert.InRange(clips.Count, 187, 217));
    }

    [Fact]
    public void Clips_are_a_second_of_one_channel_at_16_kHz()
    {
        foreach (string file in SpeechCommands.Test.Values.SelectMany(static clips => clips))
        {
            WavAudio clip = WavReader.Read(file);
            Assert.True(clip is { SampleRate: 16_000, Channels: 1, Samples.Length: 16_000 },
                FormattableString.Invariant($"{file} has {clip.Channels} channels of {clip.SampleRate} samples a second, {clip.Seconds} seconds."));
        }
    }
}
