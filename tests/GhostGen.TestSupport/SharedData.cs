namespace GhostGen.TestSupport;

/// <summary>Finds the folder of real models and test vectors that lies beside a checkout on some machines and is never part of it.</summary>
public static class SharedData
{
    /// <summary>The folder, or <see langword="null"/> where there is none. The variable GHOSTGEN_DATA names it; otherwise it is looked for as <c>shared/data</c> beside the checkout.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The path of a file or folder within the data, or <see langword="null"/> where it is absent.</summary>
    public static string? Path(params string[] parts)
    {
        if (Folder is null)
        {
            return null;
        }

        string path = System.IO.Path.Combine([Folder, .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GHOSTGEN_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GhostGen.sln")))
            {
                string candidate = System.IO.Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "data");
                return Directory.Exists(candidate) ? candidate : null;
            }
        }

        return null;
    }
}
