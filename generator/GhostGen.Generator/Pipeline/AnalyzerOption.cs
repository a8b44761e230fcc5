using Microsoft.CodeAnalysis.Diagnostics;

namespace GhostGen.Generator.Pipeline;

/// <summary>Whether the project runs analyzers. Where it does not, nobody would report what a stub stands for, and the build would succeed.</summary>
internal static class AnalyzerOption
{
    private const string Key = "build_property.GhostGenAnalyzersAreOff";

    internal static bool AreOff(AnalyzerConfigOptions options) => options.TryGetValue(Key, out string? value) && value == "true";
}
