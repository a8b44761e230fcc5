namespace GhostGen.Package.Tests;

/// <summary>Where this checkout lies.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    internal static string Folder { get; } = Find();

    /// <summary>The path of a file or folder of the checkout.</summary>
    internal static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GhostGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds GhostGen.sln; these tests run inside a checkout.");
    }
}
