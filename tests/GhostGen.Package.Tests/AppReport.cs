using System.Globalization;

namespace GhostGen.Package.Tests;

/// <summary>What the program of samples/EdgeAot says about itself.</summary>
/// <param name="IsNative">Whether it was compiled ahead of time.</param>
/// <param name="IsFused">Whether its multiply-adds round once.</param>
/// <param name="Digest">The hash of all its outputs.</param>
internal sealed record AppReport(bool IsNative, bool IsFused, ulong Digest)
{
    internal static AppReport Parse(string output)
    {
        var values = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split("  ", 2, StringSplitOptions.TrimEntries))
            .ToDictionary(static parts => parts[0], static parts => parts[1]);
        return new(
            values["built as"] == "NativeAOT",
            values["multiply-add"] == "fused",
            ulong.Parse(values["digest"].Split(' ')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
