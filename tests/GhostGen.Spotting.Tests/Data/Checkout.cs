using System.Runtime.CompilerServices;

namespace GhostGen.Spotting.Tests.Data;

/// <summary>Files of the repository that these tests were compiled from.</summary>
internal static class Checkout
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>The path of a file, given from the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file, given from the root, with lines that end alike everywhere.</summary>
    public static string Text(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    private static string Here([CallerFilePath] string here = "") => here;
}
