using System.Globalization;
using GhostGen.Samples.KeywordSpotting.CommandLine;
using GhostGen.Samples.KeywordSpotting.Measuring;
using GhostGen.Samples.KeywordSpotting.Screens;
using GhostGen.Samples.Spotting;

namespace GhostGen.Samples.KeywordSpotting.Commands;

/// <summary>The command <c>latency</c>.</summary>
internal sealed class LatencyCommand : SpotCommand
{
    private const int NameWidth = 28;
    private const int Width = 12;
    private static readonly NumberOption Frames = new("--frames", "NUMBER", "How many frames are measured", 5000, 1, 1_000_000) { IsWhole = true };

    /// <inheritdoc/>
    public override string Name => "latency";

    /// <inheritdoc/>
    public override string Description => "Measures what a frame costs on this machine.";

    /// <inheritdoc/>
    public override IReadOnlyList<CommandOption> Options => [Frames];

    /// <inheritdoc/>
    public override int Run(ParsedArguments arguments, SpotConsole console, CancellationToken interrupted)
    {
        int frames = (int)arguments.NumberOf(Frames);
        (Latency features, Latency network, Latency both) = FrameTimes.Measure(frames, interrupted);
        double frameTime = FrontEnd.FrameTime.TotalSeconds;
        string milliseconds = string.Create(CultureInfo.InvariantCulture, $"{1000 * frameTime:0} ms");
        var ink = new Ink(console.OutputHasColors);
        TextWriter output = console.Output;
        output.WriteLine($"{ink.Bold(KeywordSpotter.Info.Name)}  {ink.Faint($"{Numbers.Count(KeywordSpotter.Info.Parameters)} parameters; a frame every {milliseconds}; {Numbers.Count(frames)} frames measured")}");
        output.WriteLine();
        output.WriteLine(ink.Faint(string.Concat("".PadRight(NameWidth), "fastest".PadLeft(Width), "median".PadLeft(Width), "99 %".PadLeft(Width), $"of {milliseconds}".PadLeft(Width))));
        Write("features", features);
        Write($"network, {FrontEnd.ClipFrames} steps", network);
        Write("both", both);
        return ExitCodes.Good;

        void Write(string name, Latency latency) => output.WriteLine(string.Concat(
            name.PadRight(NameWidth),
            Numbers.Microseconds(latency.Fastest).PadLeft(Width),
            ink.Bold(Numbers.Microseconds(latency.Median).PadLeft(Width)),
            Numbers.Microseconds(latency.Slow).PadLeft(Width),
            Numbers.SmallPercent(latency.Median / frameTime).PadLeft(Width)));
    }
}
