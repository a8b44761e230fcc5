using System.Globalization;
using GhostGen.Modeling;

namespace GhostGen.Package.Tests;

/// <summary>What the program of samples/EdgeAot says about itself.</summary>
/// <param name="IsNative">Whether it was compiled ahead of time.</param>
/// <param name="IsFused">Whether its multiply-adds round once.</param>
/// <param name="Digests">
/// The digest of the outputs of each of its models, of steps, sequences and batches alike: of the spotter, whose weights are compiled in, of the
/// enhancer, whose weights are loaded and whose sequences run in blocks, and of both in every other precision, in the order of the enumeration.
/// </param>
internal sealed record AppReport(bool IsNative, bool IsFused, Sequence<ulong> Digests)
{
    internal static AppReport Parse(string output)
    {
        var values = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split("  ", 2, StringSplitOptions.TrimEntries))
            .ToDictionary(static parts => parts[0], static parts => parts[1]);
        ulong[] digests = [.. values["digests"].Split(' ').TakeWhile(static text => text[0] != '(').Select(static text => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        return new(values["built as"] == "NativeAOT", values["multiply-add"] == "fused", new(digests));
    }
}
