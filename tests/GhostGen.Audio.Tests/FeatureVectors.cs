using System.Runtime.CompilerServices;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Numpy;

namespace GhostGen.Audio.Tests;

/// <summary>A signal and its features, as python/make_feature_vectors.py computes them with numpy.</summary>
internal static class FeatureVectors
{
    private static readonly ArrayFile File = NumpyArchive.Read(Path.Combine(Folder(), "Vectors", "features.npz"));

    /// <summary>Half a second of sound.</summary>
    public static float[] Signal => Of("signal").Values;

    /// <summary>An array by its name.</summary>
    public static NamedArray Of(string name) => File.Arrays.Single(array => array.Name == name);

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
