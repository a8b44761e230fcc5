using GhostGen.Samples.Audio.Wav;

namespace GhostGen.Spotting.Tests.Application;

/// <summary>A folder for files of one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes it.</summary>
    public TemporaryFolder() => Folder = Directory.CreateTempSubdirectory("ghostgen-spot-").FullName;

    /// <summary>Its path.</summary>
    public string Folder { get; }

    /// <summary>The path of a file in it.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Writes a WAV file of 16 kHz, in folders that are made for it.</summary>
    public string Wav(float[] samples, params string[] parts) => Wav(new WavAudio(16_000, 1, samples), parts);

    /// <summary>Writes a WAV file, in folders that are made for it.</summary>
    public string Wav(WavAudio audio, params string[] parts)
    {
        string path = PathOf(parts);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WavWriter.Write(path, audio);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
