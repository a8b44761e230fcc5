using System.IO.Compression;
using System.Text;
using GhostGen.Importing.Arrays;
using GhostGen.Manifests;

namespace GhostGen.Importing.Numpy;

/// <summary>Reads and writes <c>npz</c>: a zip archive of arrays. A description of the layers may be among them, as text.</summary>
internal static class NumpyArchive
{
    private const string ArrayExtension = ".npy";
    private const string DescriptionEntry = "ghostgen.json";

    // Archives are the same bytes whenever they are written; this is the earliest time that zip has.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads every array.</summary>
    /// <exception cref="ImportException">The archive or an array has a defect.</exception>
    public static ArrayFile Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        string? place = null;
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > ArrayLimits.MostArrays)
            {
                throw new ImportException(path, null, FormattableString.Invariant($"the archive has {archive.Entries.Count} entries; at most {ArrayLimits.MostArrays} are read."));
            }

            // Headers first: an archive that unpacks to more than a model can be is refused before anything is unpacked.
            long left = ArrayLimits.MostElements;
            foreach (ZipArchiveEntry entry in archive.Entries.Where(IsArray))
            {
                place = PlaceOf(entry);
                using Stream content = entry.Open();
                left -= NpyReader.ReadCount(content, left, path, place);
            }

            var arrays = new List<NamedArray>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            string? description = null;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                place = PlaceOf(entry);
                using Stream content = entry.Open();
                if (!names.Add(entry.FullName))
                {
                    throw new ImportException(path, place, "two entries have this name.");
                }

                if (entry.FullName == DescriptionEntry)
                {
                    description = ReadDescription(content, path, place);
                }
                else if (IsArray(entry))
                {
                    arrays.Add(NpyReader.Read(content, entry.FullName[..^ArrayExtension.Length], ArrayLimits.MostElements, path, place));
                }
                else
                {
                    throw new ImportException(path, place, $"it is no array; an npz archive holds *{ArrayExtension} entries.");
                }
            }

            return new(path, arrays, KeepsOrder: true, description);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw new ImportException(path, place, "this is no zip archive that can be read: " + exception.Message, exception);
        }
    }

    /// <summary>Writes arrays to a stream, which is left open.</summary>
    /// <param name="file">The arrays, and the description that goes with them.</param>
    /// <param name="stream">The stream.</param>
    public static void Write(ArrayFile file, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (NamedArray array in file.Arrays)
        {
            using Stream entry = Open(archive, array.Name + ArrayExtension);
            NpyWriter.Write(array, entry);
        }

        if (file.Description is not null)
        {
            using Stream entry = Open(archive, DescriptionEntry);
            entry.Write(Encoding.UTF8.GetBytes(file.Description));
        }
    }

    private static bool IsArray(ZipArchiveEntry entry) => entry.FullName.EndsWith(ArrayExtension, StringComparison.Ordinal);

    private static string PlaceOf(ZipArchiveEntry entry) => $"entry {Quote.Of(entry.FullName)}";

    private static Stream Open(ZipArchive archive, string name)
    {
        // Uncompressed, as NumPy's own: weights hardly compress, and such files can be mapped.
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Time;
        return entry.Open();
    }

    private static string ReadDescription(Stream content, string path, string place)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[4096];
        for (int read; (read = content.Read(piece)) > 0;)
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > ArrayLimits.LongestHeader)
            {
                throw new ImportException(path, place, FormattableString.Invariant($"it is longer than {ArrayLimits.LongestHeader} bytes, which no description of layers is."));
            }
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
