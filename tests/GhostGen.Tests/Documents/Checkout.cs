namespace GhostGen.Tests.Documents;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    internal static string Folder { get; } = Find();

    /// <summary>What people read, as paths below <see cref="Folder"/>.</summary>
    internal static IReadOnlyList<string> Documents { get; } =
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Folder, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a file.</summary>
    internal static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GhostGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie within the repository.");
        }

        return folder.FullName;
    }
}
