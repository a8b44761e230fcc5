using System.Globalization;
using GhostGen.Measuring.Timing;

namespace GhostGen.Bench.Steps;

/// <summary>How long a step of one model took in one process.</summary>
/// <param name="Time">The time; its contender is the model's title.</param>
/// <param name="Digest">A number that all processes share whose outputs have the same bits.</param>
internal sealed record StepsTime(StepTime Time, ulong Digest)
{
    /// <summary>What the process prints.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Time.Minimum:R} {Time.Median:R} {Time.AllocatedBytes:R} {Digest:X16} {Time.Contender}");

    /// <summary>Reads what a process printed.</summary>
    public static StepsTime Parse(string line)
    {
        string[] parts = line.Split(' ', 5);
        double Number(int part) => double.Parse(parts[part], CultureInfo.InvariantCulture);
        return new(new(parts[4], Number(0), Number(1), Number(2)), ulong.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
