using GhostGen.Manifests;

namespace GhostGen.Tasks;

/// <summary>The text that a model is converted to.</summary>
internal static class ConvertedFile
{
    /// <summary>
    /// Writes a model beside its place and moves it there, so no reader ever sees half of it. A file that holds the same already is only
    /// given the time of now: what was built before that time is then known to be older, and what is built after it is not built again.
    /// </summary>
    /// <param name="manifest">The model.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written; what was there before still is.</exception>
    internal static void Write(ModelManifest manifest, string path)
    {
        using var stream = new MemoryStream();
        ModelFile.Save(manifest, stream);
        ReadOnlySpan<byte> text = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        if (File.Exists(path) && text.SequenceEqual(File.ReadAllBytes(path)))
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ModelFile.Save(manifest, path);
    }
}
