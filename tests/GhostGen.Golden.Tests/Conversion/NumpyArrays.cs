using NumSharp;
using NumSharp.IO;

namespace GhostGen.Golden.Tests.Conversion;

/// <summary>Single-precision arrays in NumPy's files.</summary>
internal static class NumpyArrays
{
    /// <summary>Every array of a folder of npy files, under its file's name without the extension.</summary>
    public static Dictionary<string, NumpyArray> FromFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.npy").ToDictionary(static file => Path.GetFileNameWithoutExtension(file), static file => Convert(np.load_npy(file)));

    /// <summary>Every array of an npz file, under its name without the extension.</summary>
    public static Dictionary<string, NumpyArray> FromArchive(string file)
    {
        using NpzFile archive = np.load_npz(file);
        return archive.Files.ToDictionary(static name => name.EndsWith(".npy", StringComparison.Ordinal) ? name[..^4] : name, name => Convert(archive[name]));
    }

    private static NumpyArray Convert(NDArray array) => new([.. array.shape.Select(static size => (int)size)], array.ToArray<float>());
}

/// <summary>One array.</summary>
/// <param name="Sizes">Its sizes, outermost first.</param>
/// <param name="Values">Its elements, row-major.</param>
internal sealed record NumpyArray(int[] Sizes, float[] Values);
