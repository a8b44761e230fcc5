using System.Globalization;

namespace GhostGen.Package.Tests;

/// <summary>What the program of samples/EdgeAot says about itself.</summary>
/// <param name="IsNative">Whether it was compiled ahead of time.</param>
/// <param name="IsFused">Whether its multiply-adds round once.</param>
/// <param name="SpotterDigest">The digest of the outputs of its model whose weights are compiled in: of steps, sequences and batches alike.</param>
/// <param name="EnhancerDigest">The same for its model whose weights are loaded, and whose sequences run in blocks.</param>
internal sealed record AppReport(bool IsNative, bool IsFused, ulong SpotterDigest, ulong EnhancerDigest)
{
    internal static AppReport Parse(string output)
    {
        var values = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split("  ", 2, StringSplitOptions.TrimEntries))
            .ToDictionary(static parts => parts[0], static parts => parts[1]);
        ulong[] digests = [.. values["digests"].Split(' ').Take(2).Select(static text => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        return new(values["built as"] == "NativeAOT", values["multiply-add"] == "fused", digests[0], digests[1]);
    }
}
