namespace GhostGen;

/// <summary>Writes files that are there as a whole, or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Has a file written beside its place and then moved there.</summary>
    /// <param name="path">The path; a file that is there is replaced.</param>
    /// <param name="write">Writes the content. What it throws is passed on, and the file stays as it was.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
