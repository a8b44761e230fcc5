namespace GhostGen.Cli.Screens;

/// <summary>A small plot in one line of text.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>A character for each value, as high as the value is against the largest. What is zero is blank; what is not can be seen.</summary>
    public static string Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double largest = all.Max();
        return string.Concat(all.Select(value => value <= 0 ? ' ' : Blocks[Math.Min((int)(value / largest * Blocks.Length), Blocks.Length - 1)]));
    }
}
