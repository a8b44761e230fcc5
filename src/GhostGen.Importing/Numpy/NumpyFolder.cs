using GhostGen.Importing.Arrays;

namespace GhostGen.Importing.Numpy;

/// <summary>Reads a folder of <c>npy</c> files, each under its name without the extension. Files of other kinds are not looked at.</summary>
internal static class NumpyFolder
{
    private const string Pattern = "*.npy";

    /// <summary>Reads every array.</summary>
    /// <exception cref="ImportException">There is none, or one has a defect.</exception>
    public static ArrayFile Read(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal)];
        if (files.Length is 0 or > ArrayLimits.MostArrays)
        {
            throw new ImportException(folder, null, FormattableString.Invariant($"the folder has {files.Length} {Pattern} files; 1 to {ArrayLimits.MostArrays} are expected."));
        }

        var arrays = new List<NamedArray>();
        long left = ArrayLimits.MostElements;
        foreach (string file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            NamedArray array = NpyReader.Read(stream, Path.GetFileNameWithoutExtension(file), left, file, null);
            left -= array.Values.Length;
            arrays.Add(array);
        }

        return new(folder, arrays, KeepsOrder: false);
    }
}
