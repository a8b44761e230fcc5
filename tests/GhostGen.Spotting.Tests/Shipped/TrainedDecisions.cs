using System.Globalization;
using GhostGen.Spotting.Tests.Data;

namespace GhostGen.Spotting.Tests.Shipped;

/// <summary>What PyTorch decides about a clip with the network that it has trained, and with features of its own.</summary>
/// <param name="Clip">The clip: its folder and its file.</param>
/// <param name="Label">The most probable label.</param>
/// <param name="Probability">Its probability.</param>
internal sealed record TrainedDecision(string Clip, string Label, double Probability);

/// <summary>The decisions that <c>python3 -m keyword_spotting ship</c> writes beside the model.</summary>
internal static class TrainedDecisions
{
    /// <summary>A decision for each clip of the test set.</summary>
    public static IReadOnlyList<TrainedDecision> All { get; } = [.. File.ReadLines(Checkout.PathOf("tests/GhostGen.Spotting.Tests/Shipped/decisions.csv")).Skip(1).Select(Read)];

    private static TrainedDecision Read(string line)
    {
        string[] values = line.Split(',');
        return new(values[0], values[1], double.Parse(values[2], CultureInfo.InvariantCulture));
    }
}
