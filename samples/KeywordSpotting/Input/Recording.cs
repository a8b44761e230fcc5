using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Input;

/// <summary>Recordings as the network needs them.</summary>
internal static class Recording
{
    /// <summary>The longest recording that is read as a whole. Folders hold clips of about a second, and what is longer by far is in the wrong place.</summary>
    private const long LongestClip = 600L * FrontEnd.SampleRate;

    /// <summary>
    /// Opens a WAV file. It has to be what the network was trained on, one channel of 16 kHz: resampling well is the work of other programs, and the mean of
    /// two microphones is not what either of them heard.
    /// </summary>
    /// <exception cref="InputException">There is no such file, it has another rate or more channels, or no samples.</exception>
    /// <exception cref="WavException">It is no WAV file, or ends too early.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WavFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(path, "this is a folder; a WAV file is expected. ('spot evaluate' takes a folder.)");
        }

        if (!File.Exists(path))
        {
            throw new InputException(path, "there is no such file.");
        }

        var recording = new WavFile(path);
        if (WhatIsWrong(recording, path) is { } reason)
        {
            recording.Dispose();
            throw new InputException(path, reason);
        }

        return recording;
    }

    /// <summary>Reads a clip as a whole.</summary>
    /// <exception cref="InputException">There is no such file, it has another rate or more channels, no samples or too many.</exception>
    /// <exception cref="WavException">It is no WAV file, or ends too early.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static float[] Read(string path)
    {
        using WavFile recording = Open(path);
        if (recording.Samples > LongestClip)
        {
            throw new InputException(path, FormattableString.Invariant(
                $"it has {recording.Samples} samples; a clip of about a second is expected, and {LongestClip} at most. 'spot detect' hears recordings of any length."));
        }

        var samples = new float[recording.Samples];
        recording.Read(samples);
        return samples;
    }

    private static string? WhatIsWrong(WavFile recording, string path)
    {
        if (recording.SampleRate != FrontEnd.SampleRate || recording.Channels != 1)
        {
            return FormattableString.Invariant(
                $"it has {recording.Channels} channel{(recording.Channels == 1 ? "" : "s")} of {recording.SampleRate} Hz; one of {FrontEnd.SampleRate} Hz is expected. Convert it with: ffmpeg -i {Quoted(path)} -ac 1 -ar {FrontEnd.SampleRate} {Quoted(Path.GetFileNameWithoutExtension(path) + "-16k.wav")}");
        }

        return recording.Samples > 0 ? null : "it has no samples.";
    }

    private static string Quoted(string path) => path.All(static character => char.IsAsciiLetterOrDigit(character) || "/._-".Contains(character, StringComparison.Ordinal))
        ? path
        : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
