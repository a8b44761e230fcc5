namespace GhostGen.Samples.Audio.Wav;

/// <summary>A file is no WAV file that can be read: says which, what was expected, and what was found.</summary>
public sealed class WavException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file, as it was named by whoever had it read.</param>
    /// <param name="reason">What is wrong.</param>
    public WavException(string file, string reason)
        : base($"{file}: {reason}") => File = file;

    /// <summary>The file.</summary>
    public string File { get; }
}
