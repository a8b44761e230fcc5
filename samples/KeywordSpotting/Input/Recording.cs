using GhostGen.Samples.Audio.Wav;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Input;

/// <summary>Recordings as the network needs them.</summary>
internal static class Recording
{
    /// <summary>
    /// Reads a WAV file. It has to be what the network was trained on, one channel of 16 kHz: resampling well is the work of other programs, and the mean of
    /// two microphones is not what either of them heard.
    /// </summary>
    /// <exception cref="InputException">There is no such file, it has another rate or more channels, or no samples.</exception>
    /// <exception cref="WavException">It is no WAV file, or ends too early.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static float[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(path, "this is a folder; a WAV file is expected. ('spot evaluate' takes a folder.)");
        }

        if (!File.Exists(path))
        {
            throw new InputException(path, "there is no such file.");
        }

        WavAudio audio = WavReader.Read(path);
        if (audio.SampleRate != FrontEnd.SampleRate || audio.Channels != 1)
        {
            throw new InputException(path, FormattableString.Invariant(
                $"it has {audio.Channels} channel{(audio.Channels == 1 ? "" : "s")} of {audio.SampleRate} Hz; one of {FrontEnd.SampleRate} Hz is expected. Convert it with: ffmpeg -i {Quoted(path)} -ac 1 -ar {FrontEnd.SampleRate} {Quoted(Path.GetFileNameWithoutExtension(path) + "-16k.wav")}"));
        }

        return audio.Samples.Length > 0 ? audio.Samples : throw new InputException(path, "it has no samples.");
    }

    private static string Quoted(string path) => path.All(static character => char.IsAsciiLetterOrDigit(character) || "/._-".Contains(character, StringComparison.Ordinal))
        ? path
        : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
