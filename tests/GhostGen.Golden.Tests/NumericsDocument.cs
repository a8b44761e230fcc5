using System.Runtime.CompilerServices;

namespace GhostGen.Golden.Tests;

/// <summary>The document whose figures these tests measure.</summary>
internal static class NumericsDocument
{
    /// <summary>What docs/numerics.md says.</summary>
    public static string Text([CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "numerics.md")).ReplaceLineEndings("\n");
}
