namespace GhostGen.Tests.Manifests;

/// <summary>Finds the documentation beside the solution.</summary>
internal static class Documentation
{
    /// <summary>The path of a file in <c>docs</c>.</summary>
    public static string PathOf(string file)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GhostGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie within the repository.");
        }

        return Path.Combine(folder.FullName, "docs", file);
    }
}
