namespace GhostGen.Samples.Audio.Wav;

/// <summary>Reads WAV files as a whole. <see cref="WavFile"/> reads them piece by piece.</summary>
public static class WavReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="WavException">It is no WAV file, ends too early, or has samples of a kind that is not read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WavAudio Read(string path)
    {
        using var stream = new WavFile(path);
        return Read(stream, path);
    }

    /// <summary>Reads a file that is in memory.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="WavException">It is no WAV file, ends too early, or has samples of a kind that is not read.</exception>
    public static WavAudio Read(ReadOnlySpan<byte> file, string name)
    {
        using var stream = new WavFile(new MemoryStream(file.ToArray()), name);
        return Read(stream, name);
    }

    private static WavAudio Read(WavFile stream, string name)
    {
        if (stream.Samples > Array.MaxLength)
        {
            throw new WavException(name, FormattableString.Invariant($"it has {stream.Samples} samples; {Array.MaxLength} at most are read as a whole."));
        }

        var samples = new float[stream.Samples];
        stream.Read(samples);
        return new(stream.SampleRate, stream.Channels, samples);
    }
}
