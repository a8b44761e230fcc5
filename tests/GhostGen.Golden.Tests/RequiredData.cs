using GhostGen.TestSupport;
using Xunit;

namespace GhostGen.Golden.Tests;

/// <summary>Skips a test, and says why, where the data it reads is not on the machine.</summary>
internal static class RequiredData
{
    /// <summary>The path of a file or folder of the shared data; skips the calling test where there is none.</summary>
    public static string Path(params string[] parts)
    {
        if (SharedData.Path(parts) is { } path)
        {
            return path;
        }

        Assert.Skip(SharedData.Folder is null
            ? "There is no folder shared/data beside the checkout (and GHOSTGEN_DATA does not name one); real networks and outside vectors are never part of the repository."
            : $"{System.IO.Path.Combine([SharedData.Folder, .. parts])} does not exist.");
        return "";
    }
}
