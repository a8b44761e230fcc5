using Xunit;

namespace GhostGen.Spotting.Tests.Data;

/// <summary>Recordings of Google's Speech Commands v0.02 (Warden, 2018), as WAV files in one folder for each label.</summary>
internal static class SpeechCommands
{
    /// <summary>Names a folder that <c>shared/data/unpack</c> has written, for machines that keep one.</summary>
    public const string Variable = "GHOSTGEN_SPEECH_COMMANDS";

    private const string NoiseFolder = "_background_noise_";

    private static readonly Lazy<(string? Folder, string Reason)> Unpacked = new(static () => Find("test", "test"));

    private static readonly Lazy<(string? Folder, string Reason)> UnpackedNoise = new(static () => Find("background_noise", NoiseFolder));

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> TestClips = new(static () => Clips(Path.Combine(Unpacked.Value.Folder!, "test")));

    /// <summary>The labels of half of the official test set and the WAV files of each, in the same order everywhere. Skips the calling test where the recordings are absent.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Test
    {
        get
        {
            Assert.SkipWhen(Unpacked.Value.Folder is null, Unpacked.Value.Reason);
            return TestClips.Value;
        }
    }

    /// <summary>The WAV files of noise, some of them longer than a minute. Skips the calling test where they are absent.</summary>
    public static IReadOnlyList<string> Noise
    {
        get
        {
            Assert.SkipWhen(UnpackedNoise.Value.Folder is null, UnpackedNoise.Value.Reason);
            return [.. Directory.EnumerateFiles(Path.Combine(UnpackedNoise.Value.Folder!, NoiseFolder), "*.wav").Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The folder that the folder of a part of the recordings is in, or why there is none.</summary>
    private static (string? Folder, string Reason) Find(string part, string folder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } named)
        {
            return UnpackedSpeech.Of(part);
        }

        return Directory.Exists(Path.Combine(named, folder))
            ? (named, "")
            : throw new DirectoryNotFoundException($"{Variable} names {named}, which has no folder '{folder}'; name a folder that shared/data/unpack has written, or no folder at all.");
    }

    private static SortedDictionary<string, IReadOnlyList<string>> Clips(string folder)
    {
        var clips = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (string label in Directory.EnumerateDirectories(folder))
        {
            clips.Add(Path.GetFileName(label), [.. Directory.EnumerateFiles(label, "*.wav").Order(StringComparer.Ordinal)]);
        }

        return clips;
    }
}
