using GhostGen.Manifests;

namespace GhostGen;

/// <summary>Loads and saves model files (<c>*.ghost.json</c>).</summary>
public static class ModelFile
{
    /// <summary>Loads a model file.</summary>
    /// <param name="path">Its path; messages name the file by it.</param>
    /// <exception cref="ModelFileException">The file has a defect.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ModelManifest Load(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Load(stream, path);
    }

    /// <summary>Loads a model file from where a stream stands to its end. The stream is left open.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ModelFileException">The text has a defect.</exception>
    public static ModelManifest Load(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);

        // One byte more than what is known to be left, so that the end is seen without growing.
        long left = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (left > ManifestLimits.MostBytes)
        {
            throw ManifestReader.TooLarge(name, left);
        }

        const int smallest = 4096;
        var bytes = new byte[Math.Max(left + 1, smallest)];
        int count = 0;
        for (int read; (read = stream.Read(bytes, count, bytes.Length - count)) > 0;)
        {
            count += read;
            if (count > ManifestLimits.MostBytes)
            {
                throw ManifestReader.TooLarge(name, count);
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(2 * bytes.Length, ManifestLimits.MostBytes + 1));
            }
        }

        return Load(bytes.AsSpan(0, count), name);
    }

    /// <summary>Loads a model file that is in memory.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ModelFileException">The text has a defect.</exception>
    public static ModelManifest Load(ReadOnlySpan<byte> utf8, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ManifestReader.Read(utf8, name);
    }

    /// <summary>Saves a model file. It is written beside its place and then moved there, so no reader ever sees half of it.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="path">The path; a file that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before still is.</exception>
    public static void Save(ModelManifest manifest, string path)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        WholeFile.Write(path, stream => Save(manifest, stream));
    }

    /// <summary>Writes a model file to a stream, which is left open.</summary>
    /// <param name="manifest">The model.</param>
    /// <param name="stream">The stream.</param>
    public static void Save(ModelManifest manifest, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(stream);
        ManifestWriter.Write(manifest, stream);
    }
}
