using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Screens;

/// <summary>A detection as a line of a table.</summary>
internal sealed class DetectionLine
{
    private const int TimeWidth = 10;
    private const int BarWidth = 20;
    private readonly int wordWidth;
    private readonly Ink ink;

    /// <summary>Prepares lines.</summary>
    public DetectionLine(SpotterLabels labels, Ink ink)
    {
        wordWidth = Math.Max(labels.Names.Max(static name => name.Length), "word".Length);
        this.ink = ink;
    }

    /// <summary>What stands in the columns.</summary>
    public string Header => ink.Faint($"{"time",TimeWidth}  {"word".PadRight(wordWidth)}  confidence");

    /// <summary>A line.</summary>
    public string Of(Detection detection) =>
        $"{Numbers.Time(detection.Time),TimeWidth}  {ink.Bold(detection.Word.PadRight(wordWidth))}  {Numbers.Unit(detection.Confidence)}  {ink.Good(Bar(detection.Confidence))}";

    private static string Bar(float share) => new('█', (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth));
}
